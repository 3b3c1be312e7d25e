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
const found = (text: string) => best(names, (name) => name, needlesOf(text)).map(({ one }) => one);

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

  test.each([
    ['календраь', 'Календарь'],
    ['калндарь', 'Календарь'],
    ['клеинт', 'Клиенты'],
    ['задачча', 'Новая задача'],
    ['swich', 'Switch to English'],
  ])('Z-06: %s finds %s, and says that it is written otherwise', (text, name) => {
    expect(best(names, (one) => one, needlesOf(text))).toContainEqual({ one: name, near: true });
  });

  test('Z-06: what is written as typed leaves no room for what is close to it', () => {
    expect(best(['Белова', 'Белков'], (one) => one, needlesOf('белов'))).toEqual([
      { one: 'Белова', near: false },
    ]);
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
