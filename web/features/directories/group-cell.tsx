// The group of an entry, chosen in its cell.
import { useMemo } from 'react';
import type { Entry } from '../../../contract/directories.ts';
import { PickField } from '../../kit/fields/pick-field.tsx';
import type { CellEdit } from '../../kit/grid/grid-types.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import type { References } from '../../platform/references.ts';
import styles from './directories.module.css';

export function GroupCell({
  cell,
  references,
  onPick,
}: {
  cell: CellEdit<Entry>;
  references: References;
  onPick(id: number | null): void;
}) {
  const labels = useKitLabels();
  const search = useMemo(() => references.searchGroups('taskTypes'), [references]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc inside of the field leaves the cell
    <div
      className={styles.cellEditor}
      onKeyDown={(event) => event.key === 'Escape' && cell.close('stay')}
      ref={(box) => box?.querySelector('input')?.focus()}
    >
      <PickField
        label={cell.title}
        hideLabel
        value={references.groupOption(cell.row.groupId)}
        search={search}
        labels={labels.pick}
        onChange={([option]) => {
          onPick(option ? Number(option.value) : null);
          cell.close('down');
        }}
      />
    </div>
  );
}
