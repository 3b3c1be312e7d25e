// The two long jobs of an import. What a stopped or faulty one has done is taken back; its state says so.
import { sql } from '../../platform/db/sql.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { Refusal } from '../../platform/refusals.ts';
import type { Emit, Event, Happened, Reaction } from '../../platform/slice.ts';
import { planImport } from './plan.ts';
import { runImport } from './run.ts';
import { failJob, findImport, type Import, Stopped } from './staging.ts';

/** Who asked, and for which turn of the import. */
const askedBy = (event: Happened) => event.details.personId as number;
const turnOf = (event: Happened) => event.details.turn as number;

type Job = { tx: Tx; event: Happened; status: 'planning' | 'running' };
type Work = (job: Import, emit: Emit) => Promise<void>;

/** Does the work unless the import was stopped in the meantime; tells of the import's new state and, where all went well, of the rest. */
async function workOn({ tx, event, status }: Job, work: Work, emit: Emit): Promise<void> {
  const job = await findImport(tx, event.ids[0] as number);
  if (!job || job.status !== status || job.turn !== turnOf(event)) return;
  const events: Event[] = [];
  await tx.rows(sql`savepoint import_work`);
  try {
    await work(job, (each) => events.push(each));
  } catch (error) {
    if (!(error instanceof Stopped || error instanceof Refusal)) throw error;
    events.length = 0;
    await tx.rows(sql`rollback to savepoint import_work`);
    if (error instanceof Refusal) await failJob(tx, job, { code: error.code, params: error.params });
  }
  for (const each of events) emit(each);
  emit({ name: 'import.changed', ids: [job.id], owners: [job.ownerId] });
}

/** A job that has failed for good leaves no import behind that seems to go on. */
async function endFaulty(tx: Tx, event: Happened, emit: Emit): Promise<void> {
  const job = await findImport(tx, event.ids[0] as number);
  if (!job || job.turn !== turnOf(event)) return;
  await failJob(tx, job, { code: 'import.fault', params: {} });
  emit({ name: 'import.changed', ids: [job.id], owners: [job.ownerId] });
}

const plan: Reaction = {
  name: 'imports.plan',
  on: ['import.mapped'],
  personId: askedBy,
  onGivenUp: endFaulty,
  run: (tx, event, emit) => workOn({ tx, event, status: 'planning' }, (job) => planImport(tx, job), emit),
};

const run: Reaction = {
  name: 'imports.run',
  on: ['import.started'],
  personId: askedBy,
  onGivenUp: endFaulty,
  run: (tx, event, emit) =>
    workOn({ tx, event, status: 'running' }, (job, tell) => runImport(tx, job, tell), emit),
};

export const importsReactions: Reaction[] = [plan, run];
