// Editors inside cells: a date, a choice from a directory.
import { useState } from 'react';
import type { TaskRow } from '../../../contract/tasks.ts';
import { DateTimeField } from '../../kit/fields/date-time-field.tsx';
import type { Moment } from '../../kit/fields/parse-moment.ts';
import { PickField } from '../../kit/fields/pick-field.tsx';
import { isUnsettled } from '../../kit/fields/unsettled.ts';
import type { PickOption, PickSearch } from '../../kit/fields/use-pick-options.ts';
import type { CellEdit } from '../../kit/grid/grid-types.ts';
import { useFormat } from '../../platform/format.ts';
import { useKitLabels } from '../../platform/kit-labels.ts';
import { fromMoment, toMoment } from '../../platform/moments.ts';
import { useMe } from '../../platform/session.tsx';
import { useWords } from '../../platform/texts.tsx';
import styles from './tasks.module.css';

type Cell = CellEdit<TaskRow>;

type MomentCellProps = {
  cell: Cell;
  value: string | null;
  hasTime: boolean;
  onSave(moment: string | null, hasTime: boolean): void;
};

export function MomentCell({ cell, value, hasTime, onSave }: MomentCellProps) {
  const { locale } = useWords();
  const labels = useKitLabels();
  const format = useFormat();
  const { today } = useMe();
  const [moment, setMoment] = useState<Moment | null>(toMoment(value, hasTime, format));
  const save = (next: Moment | null) => {
    setMoment(next);
    const read = fromMoment(next, format);
    onSave(read.at, read.hasTime);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc and Enter inside of the field leave the cell
    <div
      className={styles.cellEditor}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cell.close('stay');
        else if (event.key === 'Enter' && !isUnsettled(event.currentTarget))
          queueMicrotask(() => cell.close('down'));
      }}
    >
      <DateTimeField
        value={moment}
        onChange={save}
        format={(shown) => format.moment(fromMoment(shown, format).at ?? '', shown.time !== null)}
        words={labels.moments}
        labels={labels.date}
        today={Temporal.PlainDate.from(today)}
        locale={locale}
        withTime
      />
    </div>
  );
}

type PickCellProps = { cell: Cell; value: PickOption[]; search: PickSearch; onPick(id: number | null): void };

export function PickCell({ cell, value, search, onPick }: PickCellProps) {
  const labels = useKitLabels();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc inside of the field leaves the cell
    <div className={styles.cellEditor} onKeyDown={(event) => event.key === 'Escape' && cell.close('stay')}>
      <PickField
        label={cell.title}
        hideLabel
        value={value}
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
