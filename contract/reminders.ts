// Reminders of tasks: what has fallen due for the person who asks, and what they want to be reminded of.
import { z } from 'zod';
import { done, id, ids, lineText, moment, remindMinutes } from './kit/fields.ts';
import { command, query } from './kit/request.ts';

/** `before`: ahead of the planned moment, or at it; `deadline`: at it; `overdue`: the morning after the day it was due. */
export const reminderKinds = ['before', 'deadline', 'overdue'] as const;

const reminder = z.object({
  id: z.number(),
  taskId: z.number(),
  kind: z.enum(reminderKinds),
  /** When it was told, or told again. */
  dueAt: z.string(),
  unread: z.boolean(),
  at: z.string().nullable(),
  hasTime: z.boolean(),
  deadline: z.string().nullable(),
  type: z.string().nullable(),
  client: z.string().nullable(),
  /** The first 200 characters. */
  description: z.string(),
});
export type Reminder = z.output<typeof reminder>;

const settings = {
  /** Before the moment of one's tasks that say nothing of their own; -1: never. */
  minutes: remindMinutes(),
  atDeadline: z.boolean(),
  whenOverdue: z.boolean(),
};

/** As the browser's PushManager gives it. */
const subscription = z.strictObject({
  endpoint: z.string().max(2000),
  keys: z.strictObject({
    p256dh: z.string().regex(/^[\w-]{87}=?$/),
    auth: z.string().regex(/^[\w-]{22}(==)?$/),
  }),
  /** What the browser says of itself. */
  agent: lineText(300),
});

export const reminders = {
  /** One's own that have fallen due, of tasks that are still to be done and stand where they stood: at most 100, newest first. */
  list: query('reminders.list', {
    input: z.strictObject({}),
    output: z.object({ rows: z.array(reminder), unread: z.number() }),
  }),
  /** Null: all of them. */
  read: command('reminders.read', { input: z.strictObject({ ids: ids().nullable() }), output: done }),
  /** Put off until then, within a year: it comes again unread. */
  snooze: command('reminders.snooze', { input: z.strictObject({ id: id(), until: moment() }), output: done }),
  settings: query('reminders.settings', { input: z.strictObject({}), output: z.object(settings) }),
  set: command('reminders.set', { input: z.strictObject(settings), output: done }),
  /** One's own browsers that show reminders, and the key by which a browser subscribes. */
  push: query('reminders.push', {
    input: z.strictObject({}),
    output: z.object({
      key: z.string(),
      rows: z.array(
        z.object({ id: z.number(), endpoint: z.string(), agent: z.string(), madeAt: z.string() }),
      ),
    }),
  }),
  /** Ends with the sign-in in which it was made. */
  subscribe: command('reminders.subscribe', { input: subscription, output: done.extend({ id: z.number() }) }),
  unsubscribe: command('reminders.unsubscribe', { input: z.strictObject({ id: id() }), output: done }),
};

export const remindersRefusals = ['reminder.past', 'reminder.tooFar', 'reminder.badService'] as const;
