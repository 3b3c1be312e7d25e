// The calendar: all managers by days. The view is the address; each number opens its rows; cells and tasks are dragged to other days.
import { Button, SegmentedControl } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { CalendarGrid as Answer } from '../../../contract/calendar.ts';
import { type Mode, valueOfKey } from '../../../contract/calendar-lines.ts';
import type { Parameters } from '../../../contract/kit/view-url.ts';
import { CalendarGrid } from '../../kit/calendar-grid/calendar-grid.tsx';
import type { Place } from '../../kit/calendar-grid/calendar-types.ts';
import { SkeletonRows } from '../../kit/states/skeleton-rows.tsx';
import { useAction } from '../../platform/actions.ts';
import { useFirstFocus } from '../../platform/first-focus.ts';
import { useFormat } from '../../platform/format.ts';
import { isGone } from '../../platform/gone.ts';
import { ListFailure } from '../../platform/list-failure.tsx';
import type { ListView } from '../../platform/list-view.ts';
import { PrintDoor } from '../../platform/print-door.tsx';
import type { References } from '../../platform/references.ts';
import { useMay, useMe } from '../../platform/session.tsx';
import { useWords } from '../../platform/texts.tsx';
import styles from './calendar.module.css';
import { DayPreview } from './day-preview.tsx';
import { LevelWindow } from './level-window.tsx';
import { calendarParameters, useCalendarGrid, useHeads, useLines } from './use-calendar.ts';
import { countAt, useCalendarMoves } from './use-calendar-moves.tsx';
import { useFolded } from './use-folded.ts';
import { WhoseSwitch } from './whose-switch.tsx';

/** Days of one manager, or of nobody (null), to be opened as a window. */
export type ManagerDays = { managerId: number | null; from: string; to: string };

export type CalendarBoardProps = {
  list: ListView;
  parameters: Parameters;
  mode: Mode;
  onMode(mode: Mode): void;
  references: References;
  /** The view in words. */
  title: string;
  /** Above: saved views, the view in chips. */
  head: ReactNode;
  onOpenDays(days: ManagerDays): void;
  /** Absent: no task is made in a cell. */
  onCreate: ((days: ManagerDays) => void) | undefined;
  onOpenList(parameters: Parameters): void;
  onOpenTask(id: number): void;
  /** The hours of one manager; null: whose is not said. */
  onOpenHours(managerId: number | null): void;
};

export function CalendarBoard(props: CalendarBoardProps) {
  const words = useWords();
  const { say } = words;
  const mayMove = useMay('tasks', 'change');
  const [levelling, setLevelling] = useState(false);
  useAction({ id: 'level', text: say('calendar.level'), run: () => setLevelling(true) }, mayMove);
  useFirstFocus('main [role=grid]');
  const asked = useMemo(() => calendarParameters(props.parameters), [props.parameters]);
  const printed = { ...asked, ...(props.mode === 'load' ? { by: 'load' } : {}) };
  const { data, error } = useCalendarGrid(asked);
  return (
    <div className={styles.page}>
      <div className={styles.heads}>{props.head}</div>
      <div className={styles.titleRow}>
        <h1 className={styles.title}>{props.title}</h1>
        <SegmentedControl
          size="xs"
          aria-label={say('calendar.shade')}
          value={props.mode}
          onChange={(mode) => props.onMode(mode as Mode)}
          data={[
            { value: 'count', label: say('calendar.byCount') },
            { value: 'load', label: say('calendar.byLoad') },
          ]}
        />
        <WhoseSwitch whose="all" onOther={() => props.onOpenHours(null)} />
        <PrintDoor address={`/print/calendar?${new URLSearchParams(printed)}`} />
        {mayMove && (
          <Button
            size="compact-md"
            variant="default"
            aria-label={say('calendar.level')}
            data-terse
            leftSection={<IconScale size={16} stroke={1.5} />}
            onClick={() => setLevelling(true)}
          >
            {say('calendar.level')}
          </Button>
        )}
      </div>
      {isGone(error, data) ? (
        <ListFailure failure={error} list={props.list} />
      ) : data ? (
        <Days {...props} {...data} mayMove={mayMove} />
      ) : (
        <SkeletonRows rows={16} label={say('place.calendar')} />
      )}
      {levelling && (
        <LevelWindow
          parameters={asked}
          references={props.references}
          onOpenTask={props.onOpenTask}
          onClose={() => setLevelling(false)}
        />
      )}
    </div>
  );
}

type DaysProps = CalendarBoardProps & { asked: Parameters; grid: Answer; mayMove: boolean };

function Days({ asked, grid, mode, references, mayMove, ...tell }: DaysProps) {
  const { say } = useWords();
  const format = useFormat();
  const { today } = useMe();
  const { folded, toggle, toggleAll } = useFolded(references);
  const heads = useHeads(grid, today, format);
  const { lines, totals, grandTotal } = useLines({ grid, references, mode, folded }, format);
  const moves = useCalendarMoves({ grid, asked, references, onOpenTask: tell.onOpenTask });
  const viewOf = useCallback((place: Place) => viewOfPlace(place, grid, asked), [grid, asked]);
  const lineOf = (place: Place) => lines.find(({ key }) => key === place.line);
  const textOf = ({ line, column }: Place) => {
    const at = lines.find(({ key }) => key === line);
    // The name of a line stands for all of its days.
    const isAll = column < 0 || column === heads.length;
    if (!at) return isAll ? grandTotal : (totals[column] ?? '');
    return isAll ? at.total : (at.cells[column]?.text ?? '');
  };
  const nameOf = (place: Place) =>
    [lineOf(place)?.label ?? say('calendar.total'), heads[place.column]?.title].filter(Boolean).join(' · ');
  const open = (place: Place) => {
    const { line, column } = place;
    const days = daysOf(place, grid);
    if (days) return tell.onOpenDays(days);
    if (/^m\d/.test(line ?? '') && column === -1) return tell.onOpenHours(Number(line?.slice(1)));
    return tell.onOpenList(viewOf(place));
  };
  const preview = (place: Place) => {
    const count = lineOf(place)?.group === null ? textOf(place) : '';
    if (count === '' || place.column < 0 || place.column >= heads.length) return null;
    return (
      <DayPreview
        title={nameOf(place)}
        parameters={viewOf(place)}
        count={mode === 'count' ? say('task.count', { count: countAt(grid, place) }) : count}
        references={references}
        format={format}
        movable={mayMove}
        onOpen={tell.onOpenTask}
        onAll={() => open(place)}
      />
    );
  };
  return (
    <CalendarGrid
      heads={heads}
      lines={lines}
      totals={totals}
      grandTotal={grandTotal}
      wide={mode === 'load'}
      short={shorten}
      labels={{
        grid: say('place.calendar'),
        corner: say('calendar.manager'),
        total: say('calendar.total'),
        expandAll: say('tree.expandAll'),
        collapseAll: say('tree.collapseAll'),
        cell: (place) => `${nameOf(place)}: ${textOf(place) || say('calendar.nothing')}`,
      }}
      onToggle={toggle}
      onToggleAll={toggleAll}
      onOpen={open}
      onCreate={
        tell.onCreate &&
        ((place) => {
          const days = daysOf(place, grid);
          if (days) tell.onCreate?.(days);
        })
      }
      preview={preview}
      {...(mayMove ? moves : {})}
    />
  );
}

/** A cell has no room for more digits of a percentage. */
function shorten(text: string): string {
  return text.endsWith('%') && text.replace(/\D/g, '').length > 3 ? '>999%' : text;
}

/** Whose days a cell is; null: no one manager's. */
function daysOf({ line, column }: Place, grid: Answer): ManagerDays | null {
  const head = grid.columns[column];
  if (!line?.startsWith('m') || !head) return null;
  return { managerId: line === 'm' ? null : Number(line.slice(1)), from: head.from, to: head.to };
}

/** The list whose rows a number counts: the same filter, the line's manager or group, the column's days. */
export function viewOfPlace({ line, column }: Place, grid: Answer, asked: Parameters): Parameters {
  const head = grid.columns[column];
  const days = head ?? grid;
  return {
    ...asked,
    d: `${days.from}..${days.to}`,
    ...(line === null ? {} : { 'f.manager': valueOfKey(line) }),
  };
}
