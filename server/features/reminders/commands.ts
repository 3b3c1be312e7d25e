// Writes of one's own reminders: read, put off, what to be reminded of.
import { reminders } from '../../../contract/reminders.ts';
import type { Actor } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import { refuse, refuseFields } from '../../platform/refusals.ts';
import { type CommandHandler, commandHandler, type Emit } from '../../platform/slice.ts';
import { pushCommands } from './push-commands.ts';

const isPerson = (actor: Actor) => actor.userId !== null;
const daysAtMost = 366;

function tell(emit: Emit, actor: Actor, ids: number[]): void {
  if (ids.length > 0 && actor.userId !== null)
    emit({ name: 'reminder.changed', ids, owners: [actor.userId] });
}

const read = commandHandler({
  request: reminders.read,
  may: isPerson,
  async run(tx, actor, { ids }, emit) {
    const rows = await tx.rows(sql<{ id: number }>`
      update reminders set read_at = ${tx.now} where person_id = ${actor.userId} and read_at is null
        and told_at is not null and ${ids === null ? sql`true` : sql`id = any(${ids}::bigint[])`} returning id`);
    tell(
      emit,
      actor,
      rows.map(({ id }) => id),
    );
    return {};
  },
});

const snooze = commandHandler({
  request: reminders.snooze,
  may: isPerson,
  async run(tx, actor, { id, until }, emit) {
    const ahead = Temporal.Instant.from(tx.now).until(until).total('days');
    if (ahead <= 0) refuseFields([{ path: 'until', code: 'reminder.past' }]);
    if (ahead > daysAtMost) refuseFields([{ path: 'until', code: 'reminder.tooFar' }]);
    const row = await tx.one(sql`
      update reminders set due_at = ${until}, told_at = null, read_at = null
      where id = ${id} and person_id = ${actor.userId} returning id`);
    if (!row) refuse('record.missing', { kind: 'reminders' });
    tell(emit, actor, [id]);
    return {};
  },
});

const set = commandHandler({
  request: reminders.set,
  may: isPerson,
  async run(tx, actor, { minutes, atDeadline, whenOverdue }) {
    await tx.rows(sql`
      insert into reminder_settings (person_id, minutes, at_deadline, when_overdue)
      values (${actor.userId}, ${minutes}, ${atDeadline}, ${whenOverdue})
      on conflict (person_id) do update set minutes = excluded.minutes, at_deadline = excluded.at_deadline, when_overdue = excluded.when_overdue`);
    return {};
  },
});

export const reminderCommands: CommandHandler[] = [read, snooze, set, ...pushCommands];
