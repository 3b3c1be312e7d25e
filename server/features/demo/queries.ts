// Which of the first steps are done: asked of the data itself, so that a step checks itself off. A few rows of each table at most.
import { demo, firstSteps } from '../../../contract/demo.ts';
import { may } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';
import { type QueryHandler, queryHandler } from '../../platform/slice.ts';
import { isFirmWeekSet } from '../calendar/index.ts';
import { demoFilling, firmOf } from '../people/index.ts';
import { demoClients, demoTasks } from './firm.ts';
import { demoWords } from './words.ts';

/** More of something than was made up, or than was there from the first. */
async function moreThan(rows: Rows, view: 'pub_people' | 'pub_clients' | 'pub_tasks', known: number) {
  return (await rows.one(sql`select 1 from ${sql.table(view)} offset ${known} limit 1`)) !== undefined;
}

const steps = queryHandler({
  request: demo.steps,
  may: (actor) => may(actor, 'settings', 'change'),
  async answer(reads) {
    const [firm, filled] = await Promise.all([firmOf(reads), demoFilling(reads)]);
    const madeUp = filled ? 1 : 0;
    const [people, clients, task, hours] = await Promise.all([
      moreThan(reads, 'pub_people', 1 + madeUp * demoWords[firm.locale].people.length),
      moreThan(reads, 'pub_clients', madeUp * demoClients),
      moreThan(reads, 'pub_tasks', madeUp * demoTasks),
      isFirmWeekSet(reads),
    ]);
    const done = { firm: firm.version > 1, people, clients, task, hours, demo: filled !== undefined };
    // A house with clients of its own needs no made-up ones.
    const shown = firstSteps.filter((step) => step !== 'demo' || filled !== undefined || !clients);
    return { rows: shown.map((step) => ({ step, done: done[step] })) };
  },
});

export const demoQueries: QueryHandler[] = [steps];
