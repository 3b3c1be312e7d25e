// A view is its address: whatever a view says comes back from its parameters, and an address made by hand is refused by name.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageSizes, presets, type View } from './view.ts';
import { viewFromParameters, viewToParameters } from './view-url.ts';

const field = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,12}$/);
/** Any text, and often one of the signs of which the language itself is made. */
const text = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...'~^!*-.,%2E я'), minLength: 1, maxLength: 6 }),
);
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Days in order, at least one of them given. */
const days = fc
  .tuple(fc.option(day), fc.option(day))
  .filter(([from, to]) => from !== null || to !== null)
  .map(([from, to]) => (from !== null && to !== null && from > to ? { from: to, to: from } : { from, to }));

const condition = fc.oneof(
  fc.record({
    op: fc.constantFrom('in' as const, 'notIn' as const),
    values: fc.array(text, { minLength: 1, maxLength: 5 }),
  }),
  fc
    .tuple(fc.option(text), fc.option(text))
    .filter((bounds) => bounds.some((bound) => bound !== null))
    .map(([from, to]) => ({ op: 'range' as const, from, to })),
  fc.record({ op: fc.constantFrom('contains' as const, 'starts' as const), text }),
  fc.record({ op: fc.constantFrom('empty' as const, 'filled' as const) }),
);

const view: fc.Arbitrary<View> = fc.record({
  of: fc.constant('tasks'),
  interval: fc.option(
    fc.oneof(
      fc.constantFrom(...presets).map((preset) => ({ preset })),
      days,
    ),
  ),
  where: fc
    .uniqueArray(fc.tuple(field, condition), { selector: ([name]) => name, maxLength: 5 })
    .map((pairs) => pairs.map(([name, rest]) => ({ field: name, ...rest }))),
  search: fc.dictionary(field, text, { maxKeys: 4, noNullPrototype: true }),
  searchMode: fc.constantFrom('prefix' as const, 'inside' as const),
  text: fc.string({ unit: 'binary', maxLength: 20 }),
  sort: fc.array(fc.record({ field, desc: fc.boolean() }), { maxLength: 4 }),
  columns: fc.option(fc.array(field, { minLength: 1, maxLength: 8 })),
  pageSize: fc.option(fc.constantFrom(...pageSizes)),
  page: fc.integer({ min: 1, max: 9_999_999 }),
});

const read = (parameters: Record<string, string>) => viewFromParameters('tasks', parameters);

describe('T-08 the view is the address', () => {
  it('whatever a view says comes back from its parameters', () => {
    fc.assert(
      fc.property(view, (given) => {
        expect(read(viewToParameters(given))).toEqual({ view: given, faults: [] });
      }),
      { numRuns: 1000 },
    );
  });

  it('and from an address in which a browser has packed them', () => {
    fc.assert(
      fc.property(view, (given) => {
        const address = new URLSearchParams(viewToParameters(given)).toString();
        const wellFormed = [...Object.values(given.search), given.text, JSON.stringify(given.where)].every(
          (part) => part.isWellFormed(),
        );
        fc.pre(wellFormed && !JSON.stringify(given).includes('\\ud'));
        expect(read(Object.fromEntries(new URLSearchParams(address)))).toEqual({ view: given, faults: [] });
      }),
    );
  });

  it('an address never throws, and what is not refused is said again the same', () => {
    const parameter = fc.constantFrom(
      'd',
      'q',
      'sort',
      'cols',
      'n',
      'page',
      'mode',
      'f.state',
      's.client',
      'f.',
      'x',
      '__proto__',
      'constructor',
    );
    fc.assert(
      fc.property(
        fc.dictionary(parameter, fc.string({ maxLength: 30 }), { noNullPrototype: true }),
        (parameters) => {
          const { view: understood, faults } = read(parameters);
          for (const { path } of faults) expect(Object.keys(parameters)).toContain(path);
          if (faults.length === 0) expect(read(viewToParameters(understood)).view).toEqual(understood);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('T-08 an address made by hand and wrong', () => {
  const wrong: [string, string][] = [
    ['d', 'someday'],
    ['d', '..'],
    ['d', ''],
    ['sort', ''],
    ['sort', '-'],
    ['sort', 'a,b,c,d,e'],
    ['sort', 'name;drop table'],
    ['cols', ''],
    ['n', '51'],
    ['n', 'NaN'],
    ['page', '0'],
    ['page', '-1'],
    ['page', '1e3'],
    ['mode', 'fuzzy'],
    ['q', 'x'.repeat(501)],
    ['s.name', 'x'.repeat(501)],
    ['f.state', ''],
    ['f.state', '!'],
    ['f.state', '1,,2'],
    ['f.state', '..'],
    ['f.state', 'a..b..c'],
  ];
  it.each(wrong)('%s=%s is refused by its name', (name, value) => {
    expect(read({ [name]: value, q2: '' }).faults).toEqual([
      { path: name, code: 'view.badValue' },
      { path: 'q2', code: 'view.unknownParameter' },
    ]);
  });

  it('what means nothing is left out of the view, the rest of it stays', () => {
    const made = Object.fromEntries([
      ...wrong,
      ['f.type', '3'],
      ['s.name', 'x'.repeat(501)],
      ['s.phone', '7'],
    ]);
    expect(viewToParameters(read(made).view)).toEqual({ 'f.type': '3', 's.phone': '7' });
  });

  it.each([
    ['1826-01-01..2226-01-01', 'view.noSuchDay'],
    ['2026-02-30..', 'view.noSuchDay'],
    ['0000-01-01..', 'view.noSuchDay'],
    ['..99999-01-01', 'view.noSuchDay'],
    ['2026-12-01..2026-11-01', 'view.endBeforeStart'],
  ])('T-07 d=%s says what is wrong with the days', (d, code) => {
    const { view, faults } = read({ d });
    expect(faults).toEqual([{ path: 'd', code }]);
    expect(view.interval).toBeNull();
  });

  it.each(['F.state', 'f.', 'f.a-b', 's.', 's.1', 'x', '__proto__', 'constructor', 'toString', ''])(
    '%s means nothing',
    (name) => {
      const parameters = Object.fromEntries([[name, '1']]);
      expect(read(parameters).faults).toEqual([{ path: name, code: 'view.unknownParameter' }]);
    },
  );
});
