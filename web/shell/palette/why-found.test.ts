// Why a task stands among what was found.
import { expect, it } from 'vitest';
import type { TaskRow } from '../../../contract/tasks.ts';
import { needlesOf } from './match.ts';
import { whyFound } from './why-found.ts';

const row = {
  description: 'Уточнить объём\nпозвонить в пятницу',
  results: 'Согласовано',
  clientName: 'АО «Элемент»',
  clientPhone: '+7 921 123-45-67',
  managerId: 1,
  typeId: 2,
  stateId: 3,
  tags: ['срочно'],
} as TaskRow;
const names = {
  person: (id: number | null) => (id === 1 ? 'Анна Белова' : ''),
  entry: (id: number | null) => (id === 2 ? 'Звонок' : 'поставлена'),
};

it.each([
  ['белова', { field: 'managerId', text: 'Анна Белова' }],
  [',tkjdf', { field: 'managerId', text: 'Анна Белова' }], // the same keys in the other layout
  ['пятниц', { field: 'description', text: 'позвонить в пятницу' }],
  ['согласов', { field: 'results', text: 'Согласовано' }],
  ['срочн', { field: 'tags', text: 'срочно' }],
  ['звонок', { field: 'typeId', text: 'Звонок' }],
  ['объем', null], // stands in the first line
  ['элемент', null], // the client's name is there to read
  ['ничего', null],
])('Z-06 «%s» is said to be in %j', (text, expected) => {
  expect(whyFound(row, needlesOf(text), names)).toEqual(expected);
});
