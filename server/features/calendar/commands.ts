// Writes of working time: weeks, absences, holidays. Tasks are moved by their own slice.
import { calendar, type Week } from '../../../contract/calendar.ts';
import { type Actor, may } from '../../platform/actor.ts';
import { setClauses } from '../../platform/db/assign.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { refuse, refuseFields } from '../../platform/refusals.ts';
import { type CommandHandler, commandHandler } from '../../platform/slice.ts';
import { mustBeFresh } from '../../platform/versions.ts';
import { arePeople, firmOf, makeToken } from '../people/index.ts';
import { publicDays } from './public-days.ts';

const mayKeepFirm = (actor: Actor) => may(actor, 'settings', 'change');
const mayKeepPeople = (actor: Actor) => may(actor, 'people', 'change');

const setWeek = commandHandler({
  request: calendar.setWeek,
  may: (actor, { personId }) => (personId === null ? mayKeepFirm(actor) : mayKeepPeople(actor)),
  async run(tx, _actor, { personId, week }, emit) {
    if (personId !== null) await mustBePerson(tx, personId);
    const row = await writeWeek(tx, personId, week);
    if (row) emit({ name: 'workWeek.changed', ids: [row.id] });
    return {};
  },
});

function writeWeek(tx: Tx, personId: number | null, week: Week | null) {
  if (week === null)
    return tx.one(
      sql<{
        id: number;
      }>`delete from work_weeks where person_id is not distinct from ${personId} returning id`,
    );
  return tx.one(sql<{ id: number }>`
    insert into work_weeks as w (person_id, week) values (${personId}, ${JSON.stringify(week)})
    on conflict (person_id) do update set week = excluded.week, version = w.version + 1 where w.week <> excluded.week
    returning id`);
}

async function mustBePerson(tx: Tx, personId: number): Promise<void> {
  if (!(await arePeople(tx, [personId]))) refuseFields([{ path: 'personId', code: 'fault.missingRecord' }]);
}

const addAbsence = commandHandler({
  request: calendar.addAbsence,
  may: mayKeepPeople,
  async run(tx, _actor, { personId, kind, from, to, note }, emit) {
    await mustBePerson(tx, personId);
    if (from > to) refuse('absence.backwards');
    const row = await tx.one(sql<{ id: number }>`
      insert into absences (person_id, kind, from_day, to_day, note) values (${personId}, ${kind}, ${from}, ${to}, ${note}) returning id`);
    const id = row?.id as number;
    emit({ name: 'absence.created', ids: [id] });
    return { id };
  },
});

type AbsenceRow = { version: number; from: string; to: string };

const columns = { kind: 'kind', from: 'from_day', to: 'to_day', note: 'note' };

const changeAbsence = commandHandler({
  request: calendar.changeAbsence,
  may: mayKeepPeople,
  async run(tx, _actor, { id, version, set }, emit) {
    const current =
      (await tx.one(
        sql<AbsenceRow>`select version, from_day as "from", to_day as "to" from absences where id = ${id} for update`,
      )) ?? refuse('record.missing', { kind: 'absences' });
    mustBeFresh(current, version);
    if ((set.from ?? current.from) > (set.to ?? current.to)) refuse('absence.backwards');
    await tx.rows(sql`update absences set ${setClauses(set, columns)} where id = ${id}`);
    emit({ name: 'absence.changed', ids: [id] });
    return {};
  },
});

const deleteAbsence = commandHandler({
  request: calendar.deleteAbsence,
  may: mayKeepPeople,
  async run(tx, _actor, { id }, emit) {
    const gone = await tx.one(sql`delete from absences where id = ${id} returning id`);
    if (!gone) refuse('record.missing', { kind: 'absences' });
    emit({ name: 'absence.deleted', ids: [id] });
    return {};
  },
});

const setHoliday = commandHandler({
  request: calendar.setHoliday,
  may: mayKeepFirm,
  async run(tx, _actor, { day, name, working }, emit) {
    const row = await tx.one(sql<{ id: number }>`
      insert into holidays as h (day, name, working) values (${day}, ${name}, ${working})
      on conflict (day) do update set name = excluded.name, working = excluded.working, version = h.version + 1
        where (h.name, h.working) <> (excluded.name, excluded.working)
      returning id`);
    if (row) emit({ name: 'holiday.changed', ids: [row.id] });
    return {};
  },
});

const deleteHoliday = commandHandler({
  request: calendar.deleteHoliday,
  may: mayKeepFirm,
  async run(tx, _actor, { id }, emit) {
    const gone = await tx.one(sql`delete from holidays where id = ${id} returning id`);
    if (!gone) refuse('record.missing', { kind: 'holidays' });
    emit({ name: 'holiday.deleted', ids: [id] });
    return {};
  },
});

/** Adds the public holidays of the firm's country that are not marked yet; returns their ids. */
export async function addPublicDays(tx: Tx, years: number[]): Promise<number[]> {
  const { country, locale } = await firmOf(tx);
  const days = (await Promise.all(years.map((year) => publicDays(country, year, locale)))).flat();
  const rows = await tx.rows(sql<{ id: number }>`
    insert into holidays (day, name, working)
    select day, name, working from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as d (day date, name text, working boolean)
    on conflict (day) do nothing returning id`);
  return rows.map(({ id }) => id);
}

const fillHolidays = commandHandler({
  request: calendar.fillHolidays,
  may: mayKeepFirm,
  async run(tx, _actor, { year }, emit) {
    const ids = await addPublicDays(tx, [year]);
    if (ids.length > 0) emit({ name: 'holiday.changed', ids });
    return { added: ids.length };
  },
});

const openFeed = commandHandler({
  request: calendar.openFeed,
  secret: ['token'],
  may: (actor) => actor.userId !== null,
  async run(tx, actor) {
    const { token, hash } = makeToken();
    await tx.rows(sql`
      insert into calendar_feeds (person_id, token_hash, opened_at) values (${actor.userId}, ${hash}, ${tx.now})
      on conflict (person_id) do update set token_hash = excluded.token_hash, opened_at = excluded.opened_at`);
    return { token };
  },
});

const closeFeed = commandHandler({
  request: calendar.closeFeed,
  may: (actor) => actor.userId !== null,
  async run(tx, actor) {
    await tx.rows(sql`delete from calendar_feeds where person_id = ${actor.userId}`);
    return {};
  },
});

export const calendarCommands: CommandHandler[] = [
  openFeed,
  closeFeed,
  setWeek,
  addAbsence,
  changeAbsence,
  deleteAbsence,
  setHoliday,
  deleteHoliday,
  fillHolidays,
];
