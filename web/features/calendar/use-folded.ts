// Which groups of the calendar are folded: kept per person, on the server, as the layout of lists is.
import { useCallback, useMemo } from 'react';
import { groupKey } from '../../../contract/calendar-lines.ts';
import { useListLayout } from '../../platform/layouts.ts';
import type { References } from '../../platform/references.ts';

export function useFolded(references: References) {
  const [layout, setLayout] = useListLayout('calendar');
  const folded = useMemo(
    () => new Set(Object.keys(layout.hidden).filter((key) => layout.hidden[key])),
    [layout],
  );
  const keep = useCallback(
    (keys: Iterable<string>) =>
      setLayout({ ...layout, hidden: Object.fromEntries([...keys].map((key) => [key, true])) }),
    [layout, setLayout],
  );
  const toggle = useCallback(
    (key: string) => {
      const next = new Set(folded);
      if (!next.delete(key)) next.add(key);
      keep(next);
    },
    [folded, keep],
  );
  const toggleAll = useCallback(
    (open: boolean) => keep(open ? [] : references.groupsOf('managers').map(({ id }) => groupKey(id))),
    [keep, references],
  );
  return { folded, toggle, toggleAll };
}
