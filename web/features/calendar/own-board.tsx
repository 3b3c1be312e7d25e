// The calendar of one manager: a day or a week by hours, or a month. The view is the address; tasks are dragged, or moved by keys.

import { useCallback, useEffect, useMemo, useState } from 'react';
import type { OwnDay, OwnDays } from '../../../contract/calendar.ts';
import type { Parameters } from '../../../contract/kit/view-url.ts';
import type { TaskRow } from '../../../contract/tasks.ts';
import { numbered } from '../../../contract/text/numbered.ts';
import { HourGrid } from '../../kit/hour-grid/hour-grid.tsx';
import type { HourDay, HourItem, Slot } from '../../kit/hour-grid/hour-types.ts';
import { MonthGrid } from '../../kit/hour-grid/month-grid.tsx';
import { SkeletonRows } from '../../kit/states/skeleton-rows.tsx';
import { useFirstFocus } from '../../platform/first-focus.ts';
import { type Format, useFirmFormat, useFormat } from '../../platform/format.ts';
import { ListFailure } from '../../platform/list-failure.tsx';
import type { ListView } from '../../platform/list-view.ts';
import { useAsk } from '../../platform/queries.ts';
import type { References } from '../../platform/references.ts';
import { useMay, useMe } from '../../platform/session.tsx';
import { type Say, useSay, useWords } from '../../platform/texts.tsx';
import styles from './calendar.module.css';
import { boundsOf, idOfKey, itemOf, type Shown, tailsOf, tasksADay, usualMinutes } from './own-days.ts';
import { useHourLabels } from './use-hour-labels.ts';
import { useTaskSlots } from './use-task-slots.tsx';

export type OwnBoardProps = {
  list: ListView;
  managerId: number;
  shown: Shown;
  /** The filter, without days and manager. */
  filter: Parameters;
  references: References;
  onOpen(id: number): void;
  onCreate(slot: Slot): void;
  onDay(day: string): void;
  onDayTasks(day: string): void;
  onStep(way: -1 | 1): void;
};

export function useOwnDays({
  managerId,
  shown,
  filter,
}: Pick<OwnBoardProps, 'managerId' | 'shown' | 'filter'>) {
  const { from, to } = boundsOf(shown);
  return useAsk('calendar.manager', {
    ...filter,
    d: `${from}..${to}`,
    'f.manager': String(managerId),
    limit: String(tasksADay[shown.span]),
  });
}

export function OwnBoard(props: OwnBoardProps) {
  const words = useWords();
  const { data, error } = useOwnDays(props);
  if (error && !data) return <ListFailure failure={error} list={props.list} />;
  if (!data) return <SkeletonRows rows={16} label={words.say('place.calendar')} />;
  return <Days key={props.shown.span} {...props} answer={data} />;
}

/** The task that each thing was made of: a move names the version that the hand took hold of, whatever has come since. */
const rowOf = new WeakMap<HourItem, TaskRow>();

function Days({ answer, shown, references, ...tell }: OwnBoardProps & { answer: OwnDays }) {
  const { say, locale } = useWords();
  // Of each span anew: another one is another grid, and who chose it by a key walks on.
  useFirstFocus('main [role=grid]');
  const format = useFirmFormat();
  const { today } = useMe();
  const mayAdd = useMay('tasks', 'add');
  const labels = useHourLabels(format, answer.days[0]?.firmHours ?? null);
  const move = useTaskSlots();
  const hint = useHint(references);
  const now = useNow();
  const items = useMemo(() => {
    const words = {
      timeZone: format.timeZone,
      typeName: references.entryName,
      tint: (stateId: number) => references.entry.get(stateId)?.tint ?? undefined,
      hint,
      nameless: (id: number) => numbered(id, locale),
    };
    const tails = (item: HourItem) => tailsOf(item, format.timeZone);
    const begun = answer.rows.flatMap((row) => {
      const item = itemOf(row, words);
      if (item) rowOf.set(item, row);
      return item ? [item, ...tails(item)] : [];
    });
    const lasting = answer.lasting.flatMap((row) => itemOf(row, words) ?? []).flatMap(tails);
    return [...lasting, ...begun];
  }, [answer.rows, answer.lasting, references, format, hint, locale]);
  const days = useMemo(
    () => answer.days.map((day) => hourDay(day, { today, format, say })),
    [answer.days, today, format, say],
  );
  const same = {
    days,
    items,
    timeZone: format.timeZone,
    labels,
    usualMinutes,
    onOpen: useCallback((key: string) => tell.onOpen(idOfKey(key)), [tell.onOpen]),
    onMove: useCallback(
      (item: HourItem, slot: Slot) => {
        const row = rowOf.get(item);
        if (row) move(row, slot);
      },
      [move],
    ),
    onCreate: mayAdd ? tell.onCreate : undefined,
    onDay: tell.onDay,
    onMore: tell.onDayTasks,
    onStep: tell.onStep,
  };
  if (shown.span === 'month') {
    const weekdays = days.slice(0, 7).map(({ sub }) => sub);
    return <MonthGrid {...same} month={shown.day} weekdays={weekdays} />;
  }
  return (
    <>
      {mayAdd && items.length === 0 && (
        <p className={styles.hint}>{say(shown.inHand ? 'hours.noneInHand' : 'hours.none')}</p>
      )}
      <HourGrid {...same} now={now} />
    </>
  );
}

type Around = { today: string; format: Format; say: Say };

function hourDay(own: OwnDay, { today, format, say }: Around): HourDay {
  const { day, hours, firmHours, holiday, away, count } = own;
  return {
    day,
    label: format.dayNumber(day),
    sub: format.weekday(day),
    title: format.longDay(day),
    off: firmHours === null,
    today: day === today,
    note: [holiday, away && say(`absence.${away}`)].filter(Boolean).join(', '),
    away: away !== null,
    work: away === null ? hours : null,
    houseWork: firmHours,
    count,
  };
}

/** A task in words, with the reader's own clock where it is another than the firm's. */
function useHint(references: References): (row: TaskRow) => string {
  const say = useSay();
  const firm = useFirmFormat();
  const own = useFormat();
  return useCallback(
    (row: TaskRow) => {
      const end = (format: Format) =>
        row.at === null
          ? ''
          : format.clock(new Date(Date.parse(row.at) + (row.minutes ?? usualMinutes) * 60_000).toISOString());
      const when = (format: Format) =>
        row.at && row.hasTime ? `${format.clock(row.at)}–${end(format)}` : say('hours.wholeDay');
      const elsewhere =
        row.hasTime && own.timeZone !== firm.timeZone ? say('hours.yourTime', { when: when(own) }) : '';
      return [
        when(firm),
        elsewhere,
        references.entryName(row.typeId),
        row.clientName,
        row.description.split('\n')[0],
        references.entryName(row.stateId),
      ]
        .filter(Boolean)
        .join(' · ');
    },
    [say, firm, own, references],
  );
}

const minute = 60_000; // ms

/** The moment, minute by minute. */
function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute);
    return () => clearInterval(timer);
  }, []);
  return now;
}
