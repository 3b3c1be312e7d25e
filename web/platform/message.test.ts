// Our reader of messages against the one of FormatJS, which is too large for the first screen: every text of both catalogues.
import { type MessageFormatElement, parse } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { texts as en } from '../texts/en/index.ts';
import { texts as ru } from '../texts/ru/index.ts';
import { type MessageValues, sayMessage } from './message.ts';

type Choices = Map<string, (string | number)[]>;

/** What an argument may be given: each option of a choice, figures of every plural form, a word. */
function choicesIn(elements: MessageFormatElement[], found: Choices = new Map()): Choices {
  for (const element of elements) {
    const { type } = element;
    if (type === 2 || type === 6) found.set(element.value, [0, 1, 2, 5, 21, 1.5, 12_345]);
    if (type === 5) found.set(element.value, [...Object.keys(element.options), 'elsewhere']);
    if (type === 1 && !found.has(element.value)) found.set(element.value, ['Вера', 0, 1234]);
    if (type === 5 || type === 6)
      for (const option of Object.values(element.options)) choicesIn(option.value, found);
  }
  return found;
}

/** Each choice is met at least once, with all others at each of their places. */
function valuesFor(choices: Choices): MessageValues[] {
  const names = [...choices.keys()];
  return names.flatMap((name) =>
    (choices.get(name) ?? []).flatMap((value) =>
      [0, 1, 2].map((at) => ({
        ...Object.fromEntries(
          names.map((other) => {
            const of = choices.get(other) ?? [];
            return [other, of[at % of.length]];
          }),
        ),
        [name]: value,
      })),
    ),
  );
}

describe('W-03 messages', () => {
  it.each([
    ['ru', ru as Record<string, string>],
    ['en', en as Record<string, string>],
  ])('of the catalogue %s read as FormatJS reads them', (locale, texts) => {
    for (const message of Object.values(texts)) {
      const other = new IntlMessageFormat(message, locale);
      const choices = choicesIn(parse(message));
      if (choices.size === 0) expect(sayMessage(message, locale)).toBe(other.format());
      for (const values of valuesFor(choices))
        expect(sayMessage(message, locale, values)).toBe(other.format(values));
    }
  });

  it.each([
    "don't, it''s '{quoted}' and '#'",
    '{n, plural, =0 {none} one {{n} of # {who}} other {#, {k, select, a {# a} other {}}}}',
    "{n, plural, other {'#' is # '{'n'}'}}",
    '{ who } and {n , number}',
  ])('read as FormatJS reads them: %s', (message) => {
    for (const n of [0, 1, 2, 1000]) {
      const values = { n, who: 'Вера', k: n === 2 ? 'a' : 'b' };
      expect(sayMessage(message, 'en', values)).toBe(new IntlMessageFormat(message, 'en').format(values));
    }
  });

  it('leave out what is not known', () => {
    expect(sayMessage('{who}: {what}', 'en', { who: 'Вера', what: null })).toBe('Вера: ');
  });

  it('written wrongly are no messages', () => {
    expect(() => sayMessage('{n, plural, one', 'en', { n: 1 })).toThrow('no option');
  });
});
