// Moving tasks in the hours: shown at once, one after another for the same task, merged where a colleague changed something else.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { OwnDays } from '../../../contract/calendar.ts';
import type { Task, TaskInput, TaskRow } from '../../../contract/tasks.ts';
import type { Slot } from '../../kit/hour-grid/hour-types.ts';
import { notifications } from '../../kit/notes/notes.ts';
import { useDo } from '../../platform/deeds.tsx';
import { useFirmFormat, useFormat } from '../../platform/format.ts';
import { useSay } from '../../platform/texts.tsx';
import { usualMinutes, withRow } from './own-days.ts';

const key = ['calendar', 'manager'];

/** What of a task a slot says otherwise; its length only where somebody has drawn another. */
export function changeTo(row: TaskRow, { day, start, minutes }: Slot, timeZone: string): TaskInput {
  const at =
    start === null
      ? Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant()
      : Temporal.Instant.fromEpochMilliseconds(start);
  const sized = minutes !== (row.minutes ?? usualMinutes);
  return { at: at.toString(), hasTime: start !== null, ...(sized ? { minutes } : {}) };
}

/** Whether somebody else has moved or resized the task meanwhile: what only one side changed merges by itself. */
function movedMeanwhile(row: TaskRow, theirs: Task, set: TaskInput): boolean {
  const moment = (at: string | null) => (at === null ? null : Date.parse(at));
  const sized = set.minutes !== undefined && row.minutes !== theirs.minutes;
  return moment(row.at) !== moment(theirs.at) || row.hasTime !== theirs.hasTime || sized;
}

/** When a task stands, by the firm's clock as the hours are, and by one's own where it is another. */
function useWhen() {
  const say = useSay();
  const firm = useFirmFormat();
  const own = useFormat();
  return useCallback(
    (at: string | null, hasTime: boolean) => {
      if (at === null) return say('interval.undated');
      const isElsewhere = hasTime && own.timeZone !== firm.timeZone;
      const yours = isElsewhere ? `, ${say('hours.yourTime', { when: own.moment(at) })}` : '';
      return firm.moment(at, hasTime) + yours;
    },
    [say, firm, own],
  );
}

/** Says where a colleague has put the task, and offers to move it all the same; one that they have closed stays. */
function useTellClash(): (theirs: Task, again: () => void) => void {
  const say = useSay();
  const whenOf = useWhen();
  return useCallback(
    ({ id, at, hasTime, isOpen }: Task, again: () => void) => {
      const toast = `clash-${id}`;
      const where = { id, when: whenOf(at, hasTime) };
      const anyway = () => {
        notifications.hide(toast);
        again();
      };
      notifications.show({
        id: toast,
        autoClose: 10_000,
        withCloseButton: true,
        message: isOpen ? (
          <>
            {say('hours.clash', where)}{' '}
            <Button size="compact-xs" variant="subtle" onClick={anyway}>
              {say('hours.moveAnyway')}
            </Button>
          </>
        ) : (
          say('hours.closed', where)
        ),
      });
    },
    [say, whenOf],
  );
}

/** `move(row, slot)` of a row as it was when the move began: what a colleague does meanwhile is asked about, not overwritten. */
export function useTaskSlots() {
  const client = useQueryClient();
  const act = useDo();
  const say = useSay();
  const { timeZone } = useFirmFormat();
  const whenOf = useWhen();
  const tellClash = useTellClash();
  /** The end of the last move of each task: the next one waits for its version. */
  const ends = useRef(new Map<number, Promise<TaskRow | null>>());

  const show = useCallback(
    (row: TaskRow) =>
      client.setQueriesData<OwnDays>({ queryKey: key }, (known) => known && withRow(known, row, timeZone)),
    [client, timeZone],
  );
  const send = useCallback(
    async (row: TaskRow, set: TaskInput): Promise<TaskRow | null> => {
      let theirs: Task | undefined;
      const answer = await act(
        'tasks.change',
        { id: row.id, version: row.version, set },
        {
          text: say('hours.moved', { id: row.id, when: whenOf(set.at ?? null, set.hasTime ?? false) }),
          onRefused: (refusal) => {
            if (refusal.code === 'record.stale') theirs = (refusal.details as { current: Task }).current;
            return theirs !== undefined;
          },
        },
      );
      if (answer) return answer.row;
      if (theirs?.isOpen && !movedMeanwhile(row, theirs, set)) return send(theirs, set);
      if (theirs) tellClash(theirs, () => void send(theirs as Task, set));
      await client.invalidateQueries({ queryKey: key });
      return null;
    },
    [act, client, say, whenOf, tellClash],
  );

  return useCallback(
    (row: TaskRow, slot: Slot) => {
      const { id } = row;
      const set = changeTo(row, slot, timeZone);
      void client.cancelQueries({ queryKey: key });
      show({ ...row, ...(set as Partial<TaskRow>) });
      const before = ends.current.get(id) ?? Promise.resolve(row);
      const end = before.then(async (known) => {
        const done = await send(known && known.version > row.version ? known : row, set);
        if (done && ends.current.get(id) === end) show(done);
        return done;
      });
      ends.current.set(id, end);
    },
    [client, send, show, timeZone],
  );
}
