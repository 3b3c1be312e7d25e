// What is in a cell: its tasks, each to open, or to drag to another day or manager.
import { IconGripVertical } from '@tabler/icons-react';
import type { Parameters } from '../../../contract/kit/view-url.ts';
import type { TaskRow } from '../../../contract/tasks.ts';
import { numbered } from '../../../contract/text/numbered.ts';
import { itemType } from '../../kit/calendar-grid/calendar-types.ts';
import { SkeletonRows } from '../../kit/states/skeleton-rows.tsx';
import { TintGlyph } from '../../kit/tint-glyph.tsx';
import type { Format } from '../../platform/format.ts';
import { useAsk } from '../../platform/queries.ts';
import type { References } from '../../platform/references.ts';
import { useSay, useWords } from '../../platform/texts.tsx';
import styles from './calendar.module.css';
import { dayIn } from './own-days.ts';

/** What a drag carries of a task; `day` is its own by the firm's clock. */
export type Carried = { id: number; version: number; managerId: number | null; day: string };

type DayPreviewProps = {
  title: string;
  /** The view whose rows these are. */
  parameters: Parameters;
  count: string;
  references: References;
  format: Format;
  movable: boolean;
  onOpen(id: number): void;
  onAll(): void;
};

const shownAtMost = 30;

export function DayPreview({ title, parameters, count, onAll, ...rest }: DayPreviewProps) {
  const say = useSay();
  const { data } = useAsk('tasks.list', { ...parameters, sort: 'at', limit: String(shownAtMost) });
  return (
    <div className={styles.preview}>
      <header>
        <strong>{title}</strong>
        <button type="button" className={styles.link} data-autofocus onClick={onAll}>
          {count}
        </button>
      </header>
      {data ? (
        <ul>
          {data.rows.map((row) => (
            <PreviewLine key={row.id} row={row} day={parameters.d?.split('..')[0] ?? ''} {...rest} />
          ))}
        </ul>
      ) : (
        <SkeletonRows rows={3} label={title} />
      )}
      {data && data.rows.length >= shownAtMost && (
        <button type="button" className={styles.link} onClick={onAll}>
          {say('calendar.all')}
        </button>
      )}
    </div>
  );
}

type LineProps = Pick<DayPreviewProps, 'references' | 'format' | 'movable' | 'onOpen'> & {
  row: TaskRow;
  day: string;
};

function PreviewLine({ row, day, references, format, movable, onOpen }: LineProps) {
  const { say, locale } = useWords();
  const text = row.description.split('\n')[0];
  const tint = references.entry.get(row.stateId)?.tint ?? undefined;
  const taskDay = row.at ? format.planDay(row.at) : day;
  const carried: Carried = { id: row.id, version: row.version, managerId: row.managerId, day: taskDay };
  const mayMove = movable && row.can.change && row.isOpen;
  /** With its day where that is another: by the reader's own clock, or of several days. */
  const timeOf = (at: string) =>
    dayIn(at, format.timeZone) === day ? format.clock(at) : format.moment(at, true);
  return (
    <li
      data-tint={tint}
      draggable={mayMove}
      title={mayMove ? say('calendar.dragTask') : undefined}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData(itemType, JSON.stringify(carried));
      }}
    >
      {mayMove && <IconGripVertical size={14} stroke={1.5} className={styles.grip} aria-hidden />}
      <button type="button" onClick={() => onOpen(row.id)}>
        <span className={styles.time}>{row.at && row.hasTime ? timeOf(row.at) : ''}</span>
        <TintGlyph tint={tint} />
        <span className={styles.what}>
          <strong>{references.entryName(row.typeId) || (text ? '' : numbered(row.id, locale))}</strong> {text}
          {row.clientName && <small>{row.clientName}</small>}
        </span>
      </button>
    </li>
  );
}
