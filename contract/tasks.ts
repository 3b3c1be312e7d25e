// Tasks: every action of a manager, planned or done.
import { z } from 'zod';
import { chosen } from './clients.ts';
import {
  can,
  day,
  done,
  filledText,
  id,
  longText,
  moment,
  remindMinutes,
  repeatRule,
  tagsList,
  version,
} from './kit/fields.ts';
import { countOutput, listInput, listOutput } from './kit/page.ts';
import { command, query } from './kit/request.ts';

const fields = {
  typeId: id().nullable(),
  stateId: id(),
  managerId: id().nullable(),
  clientId: id().nullable(),
  description: longText(),
  results: longText(),
  /** Planned, or when done the actual, moment; without a time of day it is the start of the day in the firm's zone. */
  at: moment().nullable(),
  hasTime: z.boolean(),
  minutes: z
    .number()
    .int()
    .min(1)
    .max(60 * 24 * 31)
    .nullable(),
  deadline: moment().nullable(),
  tags: tagsList(),
  /** RFC 5545, as far as kit/repeat.ts reads it; needs `at`. Done or cancelled, the task hands it to the next one, which is made with it. */
  repeat: repeatRule().nullable(),
  /** Minutes before `at` (before nine in the morning of its day, where it has no hour); null: as its manager has set for all. */
  remind: remindMinutes().nullable(),
};
const taskInput = z.strictObject(fields).partial();
export type TaskInput = z.input<typeof taskInput>;

export const taskRow = z.object({
  id: z.number(),
  typeId: z.number().nullable(),
  stateId: z.number(),
  managerId: z.number().nullable(),
  clientId: z.number().nullable(),
  /** Null without a client, or where the reader may not see it. */
  clientName: z.string().nullable(),
  clientPhone: z.string().nullable(),
  /** The first 300 characters in lists, the whole in the card. */
  description: z.string(),
  results: z.string(),
  at: z.string().nullable(),
  hasTime: z.boolean(),
  minutes: z.number().nullable(),
  deadline: z.string().nullable(),
  setAt: z.string(),
  doneAt: z.string().nullable(),
  authorId: z.number().nullable(),
  tags: z.array(z.string()),
  repeat: z.string().nullable(),
  remind: z.number().nullable(),
  isOpen: z.boolean(),
  overdue: z.boolean(),
  version: z.number(),
  can,
});
export type TaskRow = z.output<typeof taskRow>;

const task = taskRow.extend({ cancelReason: z.string() });
export type Task = z.output<typeof task>;

/** A task as it is printed: with what a person on the road needs to know of the client. */
const printedTask = taskRow
  .pick({
    id: true,
    at: true,
    hasTime: true,
    setAt: true,
    stateId: true,
    typeId: true,
    managerId: true,
    description: true,
    results: true,
    clientName: true,
    isOpen: true,
  })
  .extend({
    client: z
      .object({
        address: z.string(),
        line: z.string(),
        phones: z.array(z.string()),
        contactPersons: z.string(),
      })
      .nullable(),
    /** The last task done for that client. */
    last: z.object({ doneAt: z.string(), typeId: z.number().nullable(), text: z.string() }).nullable(),
  });
export type PrintedTask = z.output<typeof printedTask>;

/** The task that comes by itself after one that repeats; null: it was the last, or repeats no more. */
const next = z.object({ id: z.number(), at: z.string(), hasTime: z.boolean() }).nullable();
const closed = done.extend({ row: taskRow, next });

const bulk = done.extend({ changed: z.number(), skipped: z.number() });

export const tasks = {
  list: query('tasks.list', { input: listInput(), output: listOutput(taskRow) }),
  count: query('tasks.count', { input: listInput(), output: countOutput }),
  /** The list as shown, for paper: its first 5,000 tasks, and how many it leaves out. */
  print: query('tasks.print', {
    input: listInput(),
    output: listOutput(printedTask).extend({ left: z.number() }),
  }),
  get: query('tasks.get', { input: z.strictObject({ id: id() }), output: task }),
  create: command('tasks.create', {
    input: taskInput,
    output: done.extend({ id: z.number(), row: taskRow }),
  }),
  change: command('tasks.change', {
    input: z.strictObject({
      id: id(),
      version: version(),
      set: taskInput,
      /** Why, where the state that is set means that the task is cancelled. */
      reason: filledText().optional(),
    }),
    output: closed,
  }),
  /** Sets the result (left as it is unless given) and the actual moment (now unless given), and the first state that means done. */
  complete: command('tasks.complete', {
    input: z.strictObject({
      id: id(),
      version: version().optional(),
      results: longText().optional(),
      at: moment().optional(),
      stateId: id().optional(),
      /** The next task, set with it: one operation, one undo. */
      next: taskInput.optional(),
    }),
    output: closed.extend({ addedId: z.number().nullable() }),
  }),
  cancel: command('tasks.cancel', {
    input: z.strictObject({
      id: id(),
      version: version().optional(),
      reason: filledText(),
      stateId: id().optional(),
      /** A task that repeats is not to come again. */
      endRepeat: z.boolean().optional(),
    }),
    output: closed,
  }),
  duplicate: command('tasks.duplicate', {
    input: z.strictObject({ id: id() }),
    output: done.extend({ id: z.number(), row: taskRow }),
  }),
  /**
   * One change to many: state, manager, type, moment, or a move by whole days that keeps each task's hour and ends `within` these days.
   * Results set with a state that means done are added to what it closes, beneath what was written there; what was done before keeps
   * its own.
   */
  changeMany: command('tasks.changeMany', {
    input: z.strictObject({
      chosen,
      set: taskInput.pick({
        stateId: true,
        managerId: true,
        typeId: true,
        at: true,
        hasTime: true,
        results: true,
      }),
      moveByDays: z.number().int().min(-3660).max(3660).optional(),
      within: z.strictObject({ from: day(), to: day() }).optional(),
      /** Why, where the state that is set means that they are cancelled; what is cancelled already keeps its own. */
      reason: filledText().optional(),
    }),
    /** `comeAgain`: of those closed, how many repeat and have their next one. */
    output: bulk.extend({ comeAgain: z.number() }),
  }),
  /**
   * Each to a day of its own and perhaps to another manager or to nobody (null), its hour kept; tasks changed since they were seen are
   * skipped, and those that are closed: they stand where they were done.
   */
  move: command('tasks.move', {
    input: z.strictObject({
      moves: z
        .array(
          z.strictObject({ id: id(), version: version(), day: day(), managerId: id().nullable().optional() }),
        )
        .min(1)
        .max(10_000),
    }),
    output: bulk,
  }),
  /** One client with its open tasks, or all clients, open tasks and shared views of a manager, go to another at once. */
  handOver: command('tasks.handOver', {
    input: z.union([
      z.strictObject({ clientId: id(), toId: id() }),
      z.strictObject({ fromId: id(), toId: id() }),
    ]),
    output: done.extend({ clients: z.number(), tasks: z.number(), views: z.number() }),
  }),
  delete: command('tasks.delete', { input: z.strictObject({ chosen }), output: bulk }),
};

export const tasksRefusals = [
  'task.stateNotDone',
  'task.stateNotCancelled',
  'task.noState',
  'task.alreadyClosed',
  'task.repeatUnknown',
  'task.repeatPast',
  'task.repeatClosed',
  'task.remindPast',
  'task.doneAhead',
] as const;
