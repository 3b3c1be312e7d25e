/** A hundred thousand made-up tasks: the same ones every time, answered in blocks as a server would. */
import type { GridSort, SearchMode } from '../kit/grid/grid-types.ts';

export interface GalleryTask {
  id: number;
  due: string;
  moment: string;
  state: number;
  title: string;
  client: string;
  contact: string;
  phone: string;
  manager: string;
  kind: string;
  sum: number;
}

export const states = [
  { name: 'новая', tint: undefined },
  { name: 'в работе', tint: 'blue' },
  { name: 'ждёт ответа', tint: 'amber' },
  { name: 'выполнена', tint: 'green' },
  { name: 'просрочена', tint: 'red' },
  { name: 'отложена', tint: 'slate' },
  { name: 'на проверке', tint: 'violet' },
  { name: 'согласование', tint: 'teal' },
];

const surnames = ['Иванова', 'Кузнецов', 'Петрова', 'Смирнов', 'Васильева', 'Новиков', 'Соколова', 'Лебедев'];
const names = ['Анна', 'Олег', 'Мария', 'Павел', 'Елена', 'Сергей', 'Ирина', 'Дмитрий'];
const kinds = [
  'Звонок',
  'Встреча',
  'Письмо',
  'Договор',
  'Оплата',
  'Демонстрация',
  'Коммерческое предложение',
];
const firms = ['Гранит', 'Ромашка', 'Альфа', 'Ёлка', 'Вектор', 'Северсталь-Сервис', 'Лотос', 'Орион'];
const days = ['сегодня', 'завтра', 'вчера', 'пт 27 нояб.', 'пн 30 нояб.', 'ср 2 дек.', 'чт 14 янв. 2027'];
const nouns = ['по новому складу', 'о сроках поставки', 'с актом сверки', 'по договору № 118', 'о скидке'];

const pick = <Item>(items: readonly Item[], seed: number) => items[seed % items.length] as Item;

function makeTask(index: number): GalleryTask {
  const seed = Math.abs(Math.imul(index + 7, 2654435761) >> 7);
  const kind = pick(kinds, seed >> 3);
  const clock = `${String(8 + (seed % 11)).padStart(2, '0')}:${String((seed % 4) * 15).padStart(2, '0')}`;
  return {
    id: index + 1,
    due: `${pick(days, seed >> 5)} ${clock}`,
    moment: `23 ноября 2026 г., ${clock}, Москва`,
    state: (seed >> 2) % states.length,
    title: `${kind} ${pick(nouns, seed >> 7)}`,
    client: `ООО «${pick(firms, seed >> 4)}-${seed % 9000}»`,
    contact: `${pick(surnames, seed)} ${pick(names, seed >> 6)}`,
    phone: `+7 9${String(10 + (seed % 80))} ${String(100 + (seed % 900))}-${String(10 + (seed % 90))}-${String(10 + ((seed >> 3) % 90))}`,
    manager: `${pick(surnames, seed >> 8)} ${pick(names, seed >> 9).slice(0, 1)}.`,
    kind,
    sum: (seed % 4000) * 250,
  };
}

const count = 100_000;
const made: (GalleryTask | undefined)[] = new Array(count);

/** A task is made when it is first asked for: most tests look at a screenful of them. */
function taskAt(index: number): GalleryTask {
  made[index] ??= makeTask(index);
  return made[index];
}

const tasksFrom = (offset: number, limit: number) =>
  Array.from({ length: Math.max(0, Math.min(limit, count - offset)) }, (_, at) => taskAt(offset + at));

/** Rows are replaced, never changed in place, as fresh answers of a server would be. */
export function renameTask(id: number, title: string): void {
  made[id - 1] = { ...taskAt(id - 1), title };
  last = undefined;
}

export interface TaskQuestion {
  sort: GridSort[];
  search: Record<string, string>;
  mode: SearchMode;
}

export interface TaskAnswer {
  total: number;
  rows(offset: number, limit: number): GalleryTask[];
}

const everything: TaskAnswer = { total: count, rows: tasksFrom };
let last: { key: string; answer: TaskAnswer } | undefined;

/** The tasks that answer the question, in order; the newest answer is remembered. */
export function answerTasks(question: TaskQuestion): TaskAnswer {
  const key = JSON.stringify(question);
  if (last?.key !== key) last = { key, answer: answerOf(question) };
  return last.answer;
}

function answerOf(question: TaskQuestion): TaskAnswer {
  if (question.sort.length === 0 && Object.keys(question.search).length === 0) return everything;
  const found = ordered(
    tasksFrom(0, count).filter((task) => matches(task, question)),
    question.sort,
  );
  return { total: found.length, rows: (offset, limit) => found.slice(offset, offset + limit) };
}

function matches(task: GalleryTask, { search, mode }: TaskQuestion): boolean {
  return Object.entries(search).every(([field, text]) => {
    const value = fieldText(task, field).toLowerCase();
    return mode === 'prefix' ? value.startsWith(text.toLowerCase()) : value.includes(text.toLowerCase());
  });
}

function ordered(rows: GalleryTask[], sort: GridSort[]): GalleryTask[] {
  if (sort.length === 0) return rows;
  return rows.toSorted((one, other) => {
    for (const { field, desc } of sort) {
      const [a, b] = [sortValue(one, field), sortValue(other, field)];
      if (a !== b) return (a < b ? -1 : 1) * (desc ? -1 : 1);
    }
    return one.id - other.id;
  });
}

function sortValue(task: GalleryTask, field: string): string | number {
  return field === 'id' || field === 'sum' ? task[field] : fieldText(task, field);
}

export function fieldText(task: GalleryTask, field: string): string {
  if (field === 'state') return states[task.state]?.name ?? '';
  return String(task[field as keyof GalleryTask] ?? '');
}
