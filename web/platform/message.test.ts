// Messages as the catalogues write them.
import { describe, expect, it } from 'vitest';
import { sayMessage } from './message.ts';

describe('W-03 messages', () => {
  it.each([
    [1, '1 задача'],
    [2, '2 задачи'],
    [5, '5 задач'],
    [21, '21 задача'],
    [1.5, '1,5 задачи'],
    [12_345, '12\u00a0345 задач'],
  ])('count in Russian: %s', (count, said) => {
    const tasks = '{count, plural, one {# задача} few {# задачи} many {# задач} other {# задачи}}';
    expect(sayMessage(tasks, 'ru', { count })).toBe(said);
  });

  it('leave out what is empty, and show themselves where a value is missing', () => {
    expect(sayMessage('{who}: {what}', 'en', { who: 'Вера', what: null })).toBe('Вера: ');
    expect(sayMessage('{who}: {what}', 'en', { who: 'Вера' })).toBe('{who}: {what}');
  });

  it('keep a name that runs from right to left within itself, whatever marks it brings', () => {
    const said = (name: string) => sayMessage('{name}: 5 задач', 'ru', { name });
    expect(said('שלום')).toBe('\u2068שלום\u2069: 5 задач');
    expect(said('a\u202eb\u2069')).toBe('\u2068ab\u2069: 5 задач');
    expect(said('Гранит')).toBe('Гранит: 5 задач');
  });

  it('have other quotation marks within theirs, where they pair', () => {
    const said = (name: string) => sayMessage('Удалён «{name}»', 'ru', { name });
    expect(said('ООО «Гранит»')).toBe('Удалён «ООО „Гранит“»');
    expect(said('ООО «ТД «Гранит»')).toBe('Удалён «ООО «ТД «Гранит»»');
    expect(said('Гранит»')).toBe('Удалён «Гранит»»');
  });

  it('of one text in two languages are two', () => {
    expect(['en', 'ru'].map((locale) => sayMessage('{n, number}', locale, { n: 1234.5 }))).toEqual([
      '1,234.5',
      '1\u00a0234,5',
    ]);
  });
});
