// What is typed finds a name in the wrong layout and alphabet too, the best first.
import { describe, expect, test } from 'vitest';
import { best, needlesOf, taskNumber } from './match.ts';

const names = [
  'Задачи',
  'Новая задача',
  'Тема: тёмная',
  'Календарь',
  'Клиенты',
  'Выйти',
  'Switch to English',
];
const found = (text: string) => best(names, (name) => name, needlesOf(text));

describe('W-05', () => {
  test('W-05: a name that begins so stands before one that has it inside', () => {
    expect(found('зад')).toEqual(['Задачи', 'Новая задача']);
    expect(found('дач')).toEqual(['Задачи', 'Новая задача']);
  });

  test.each([
    ['rfktylfhm', 'Календарь'],
    ['ntv', 'Тема: тёмная'],
    ['zadachi', 'Задачи'],
    ['ыцшеср', 'Switch to English'],
    ['темная', 'Тема: тёмная'],
    ['задача нов', 'Новая задача'],
  ])('W-05: %s finds %s', (text, name) => {
    expect(found(text)[0]).toBe(name);
  });

  test('W-05: what answers nothing is not shown', () => {
    expect(found('жжж')).toEqual([]);
  });

  test.each([
    ['№ 124', '124'],
    ['#7', '7'],
    ['124', '124'],
    ['No. 5', '5'],
    ['дом 5', undefined],
    ['', undefined],
  ])('W-05: the number in "%s" is %s', (text, number) => {
    expect(taskNumber(text)).toBe(number);
  });
});
