// The columns of the task list: what they show, say in a tooltip, copy, and how they are edited in place.

import { useMemo } from 'react';
import type { TaskInput, TaskRow } from '../../../contract/tasks.ts';
import { numbered } from '../../../contract/text/numbered.ts';
import { CellLink } from '../../kit/grid/cell-link.tsx';
import type { GridColumn } from '../../kit/grid/grid-types.ts';
import { late } from '../../kit/late/late.tsx';
import { TintGlyph } from '../../kit/tint-glyph.tsx';
import { type Format, useFormat } from '../../platform/format.ts';
import type { References } from '../../platform/references.ts';
import { type Say, useSay, useWords } from '../../platform/texts.tsx';
import repeatStyles from './repeat.module.css';
import { RepeatMark } from './repeat-mark.tsx';
import styles from './tasks.module.css';
import { type OpenRow, WordsCell } from './words-cell.tsx';

const MomentCell = late(() => import('./task-cells.tsx').then((file) => file.MomentCell));
const PickCell = late(() => import('./task-cells.tsx').then((file) => file.PickCell));

export type SaveCell = (row: TaskRow, set: TaskInput) => void;

type Given = { say: Say; format: Format; references: References; save: SaveCell; open: OpenRow };

export function useTaskColumns(references: References, save: SaveCell, open: OpenRow): GridColumn<TaskRow>[] {
  const say = useSay();
  const format = useFormat();
  return useMemo(
    () => columnsOf({ say, format, references, save, open }),
    [say, format, references, save, open],
  );
}

function columnsOf(given: Given): GridColumn<TaskRow>[] {
  const { say, format, references, save } = given;
  const { personName, entryName } = references;
  return [
    {
      id: 'id',
      title: 'ID',
      width: 76,
      align: 'end',
      sortable: true,
      searchable: true,
      render: (row) => row.id,
      text: (row) => String(row.id),
    },
    momentColumn(given, 'at', say('field.at'), 174),
    {
      id: 'state',
      title: say('field.stateId'),
      width: 124,
      sortable: true,
      searchable: true,
      render: (row) => (
        <StateName
          name={entryName(row.stateId)}
          tint={references.entry.get(row.stateId)?.tint ?? undefined}
        />
      ),
      text: (row) => entryName(row.stateId),
      editor: (cell) =>
        cell.row.can.change ? (
          <PickCell
            cell={cell}
            value={references.entryOption(cell.row.stateId)}
            search={references.searchEntries('taskStates')}
            onPick={(id) => id && save(cell.row, { stateId: id })}
          />
        ) : null,
    },
    {
      id: 'type',
      title: say('field.typeId'),
      width: 150,
      sortable: true,
      searchable: true,
      render: (row) => entryName(row.typeId),
      text: (row) => entryName(row.typeId),
      editor: (cell) =>
        cell.row.can.change ? (
          <PickCell
            cell={cell}
            value={references.entryOption(cell.row.typeId)}
            search={references.searchEntries('taskTypes')}
            onPick={(id) => save(cell.row, { typeId: id })}
          />
        ) : null,
    },
    {
      id: 'client',
      title: say('field.clientId'),
      width: 200,
      sortable: true,
      searchable: true,
      render: (row) => row.clientName ?? '',
      text: (row) => row.clientName ?? '',
    },
    {
      id: 'phone',
      title: say('field.clientPhone'),
      width: 146,
      searchable: true,
      render: (row) =>
        row.clientPhone && (
          <CellLink href={`tel:${row.clientPhone.replace(/[^+\d]/g, '')}`}>{row.clientPhone}</CellLink>
        ),
      text: (row) => row.clientPhone ?? '',
    },
    {
      id: 'description',
      title: say('field.description'),
      width: 256,
      searchable: true,
      render: (row) => row.description,
      text: (row) => row.description,
      editor: (cell) =>
        cell.row.can.change ? (
          <WordsCell
            cell={cell}
            value={cell.row.description}
            onOpen={given.open}
            onSave={(description) => save(cell.row, { description })}
          />
        ) : null,
    },
    {
      id: 'manager',
      title: say('field.managerId'),
      width: 150,
      sortable: true,
      searchable: true,
      render: (row) => personName(row.managerId),
      text: (row) => personName(row.managerId),
      editor: (cell) =>
        cell.row.can.change ? (
          <PickCell
            cell={cell}
            value={references.personOption(cell.row.managerId)}
            search={references.searchPeople()}
            onPick={(id) => save(cell.row, { managerId: id })}
          />
        ) : null,
    },
    momentColumn(given, 'deadline', say('field.deadline'), 158),
    {
      id: 'results',
      title: say('field.results'),
      width: 220,
      searchable: true,
      hidden: true,
      render: (row) => row.results,
      text: (row) => row.results,
      editor: (cell) =>
        cell.row.can.change ? (
          <WordsCell
            cell={cell}
            value={cell.row.results}
            onOpen={given.open}
            onSave={(results) => save(cell.row, { results })}
          />
        ) : null,
    },
    readMoment(given, 'setAt', say('field.setAt')),
    readMoment(given, 'doneAt', say('field.doneAt')),
    {
      id: 'author',
      title: say('field.authorId'),
      width: 150,
      hidden: true,
      sortable: true,
      searchable: true,
      render: (row) => personName(row.authorId),
      text: (row) => personName(row.authorId),
    },
    {
      id: 'minutes',
      title: say('field.minutes'),
      width: 90,
      hidden: true,
      align: 'end',
      sortable: true,
      searchable: true,
      render: (row) => (row.minutes === null ? '' : format.number(row.minutes)),
      text: (row) => String(row.minutes ?? ''),
    },
    {
      id: 'tags',
      title: say('field.tags'),
      width: 140,
      hidden: true,
      searchable: true,
      render: (row) => row.tags.join(', '),
      text: (row) => row.tags.join(', '),
    },
  ];
}

function StateName({ name, tint }: { name: string; tint: string | undefined }) {
  return (
    <span className={styles.state}>
      <TintGlyph tint={tint} />
      {name}
    </span>
  );
}

/** Planned moment and deadline: edited in place; red where it has passed and something is left to do. */
function momentColumn(
  { format, save }: Given,
  field: 'at' | 'deadline',
  title: string,
  width: number,
): GridColumn<TaskRow> {
  const hasTime = (row: TaskRow) => (field === 'at' ? row.hasTime : true);
  const late = (row: TaskRow) => row.overdue && (field === 'deadline' || row.deadline === null);
  return {
    id: field,
    title,
    width,
    sortable: true,
    searchable: true,
    render: (row) =>
      row[field] && (
        <span className={repeatStyles.mark}>
          <span className={late(row) ? styles.late : undefined}>
            {format.moment(row[field], hasTime(row))}
          </span>
          {field === 'at' && <RepeatMark rule={row.repeat} />}
        </span>
      ),
    text: (row) => (row[field] ? format.moment(row[field], hasTime(row)) : ''),
    tooltip: (row) => (row[field] ? format.exact(row[field], hasTime(row)) : undefined),
    editor: (cell) =>
      cell.row.can.change ? (
        <MomentCell
          cell={cell}
          value={cell.row[field]}
          hasTime={hasTime(cell.row)}
          onSave={(at, withTime) =>
            save(cell.row, field === 'at' ? { at, hasTime: withTime } : { deadline: at })
          }
        />
      ) : null,
  };
}

function readMoment({ format }: Given, field: 'setAt' | 'doneAt', title: string): GridColumn<TaskRow> {
  return {
    id: field,
    title,
    width: 140,
    hidden: true,
    sortable: true,
    searchable: true,
    render: (row) => row[field] && format.moment(row[field]),
    text: (row) => (row[field] ? format.moment(row[field]) : ''),
    tooltip: (row) => (row[field] ? format.exact(row[field]) : undefined),
  };
}

/** The two lines of a phone. */
export function TaskCompact({
  row,
  references,
  format,
}: {
  row: TaskRow;
  references: References;
  format: Format;
}) {
  const { locale } = useWords();
  const type = references.entryName(row.typeId);
  return (
    <span className={styles.compact}>
      <span className={styles.compactTop}>
        <strong>{type || row.description.split('\n')[0] || numbered(row.id, locale)}</strong>
        <span className={repeatStyles.mark}>
          <span className={row.overdue ? styles.late : undefined}>
            {row.at ? format.moment(row.at, row.hasTime) : ''}
          </span>
          <RepeatMark rule={row.repeat} />
        </span>
      </span>
      <span className={styles.compactBottom}>
        <span>{row.clientName ?? (type && row.description)}</span>
        <StateName
          name={references.entryName(row.stateId)}
          tint={references.entry.get(row.stateId)?.tint ?? undefined}
        />
      </span>
    </span>
  );
}
