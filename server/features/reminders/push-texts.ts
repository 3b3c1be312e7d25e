// What a push says, in the language and the time zone of the person: made when it is sent, of what still holds then.

import type { Reminder } from '../../../contract/reminders.ts';
import { dateFormat } from '../../../contract/text/intl.ts';
import { numbered } from '../../../contract/text/numbered.ts';
import type { Actor } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';
import { readerOf } from '../../platform/view/reader.ts';
import { type Speech, speechOf } from '../people/index.ts';
import { namedTasks } from '../tasks/index.ts';
import { stands } from './standing.ts';

/** As the worker of the browser reads it. `tag`: a later one of the same tag takes its place. */
export type PushText = { title: string; body: string; tag: string; url: string };

type Standing = { id: number; taskId: number; kind: Reminder['kind'] };
type Named = Awaited<ReturnType<typeof namedTasks>>[number];

const words = {
  ru: { before: 'Когда', deadline: 'Срок', overdue: 'Просрочена', many: 'Напоминаний' },
  en: { before: 'When', deadline: 'Deadline', overdue: 'Overdue', many: 'Reminders' },
};

/** Null: nothing of it holds any more, or the person may not see it. */
export async function pushText(rows: Rows, actor: Actor, reminderIds: number[]): Promise<PushText | null> {
  const standing = await rows.rows(sql<Standing>`
    select r.id, r.task_id as "taskId", r.kind from reminders r join pub_tasks t on t.id = r.task_id
    where r.id = any(${reminderIds}::bigint[]) and r.read_at is null and r.told_at is not null and ${stands} order by r.due_at, r.id`);
  const speech = await speechOf(rows, actor.userId);
  const [first, second] = standing;
  if (!first) return null;
  if (second)
    return {
      title: `${words[speech.locale].many}: ${standing.length}`,
      body: '',
      tag: 'reminders',
      url: '/tasks',
    };
  const [task] = await namedTasks(readerOf(rows, actor), [first.taskId]);
  return task ? textOfOne(first, task, speech) : null;
}

function textOfOne({ id, kind, taskId }: Standing, task: Named, speech: Speech): PushText {
  const { type, client, description, at, hasTime, deadline } = task;
  const said = [type, client ?? description.split('\n')[0]?.trim()].filter(Boolean).join(': ');
  const byDeadline = kind !== 'before' && deadline !== null;
  const when = sayMoment(byDeadline ? deadline : at, byDeadline || hasTime, speech);
  return {
    title: said || numbered(taskId, speech.locale),
    body: `${words[speech.locale][kind]}: ${when}`,
    tag: `reminder-${id}`,
    url: `/tasks?card=tasks.${taskId}`,
  };
}

function sayMoment(moment: string | null, hasTime: boolean, { locale, timeZone, dayZone }: Speech): string {
  if (moment === null) return '';
  const format = dateFormat(locale, {
    timeZone: hasTime ? timeZone : dayZone,
    day: 'numeric',
    month: 'short',
    ...(hasTime ? { hour: '2-digit', minute: '2-digit' } : {}),
  });
  return format.format(new Date(moment));
}
