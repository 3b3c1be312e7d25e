import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  entryValue,
  joinedFields,
  listFields,
  type Mergeable,
  mergedClient,
  singleFields,
} from './merge-clients.ts';
import { fold } from './text/fold.ts';

const nothing = { fields: {}, without: {} };
const emails = fc.array(
  fc.record({
    value: fc.constantFrom('a@b.example', 'A@B.example', 'c@d.example'),
    note: fc.constantFrom('', 'дом', 'склад'),
  }),
  { maxLength: 3 },
);
const phones = fc.array(
  fc.constantFrom(
    { value: '8 812 555-66-77', note: '', shown: '+7 812 555 66 77', e164: '+78125556677' },
    { value: '+78125556677', note: 'офис', shown: '+7 812 555 66 77', e164: '+78125556677' },
    { value: '8 812 555-66-77 доб. 2', note: '', shown: '+7 812 555 66 77 #2', e164: '+78125556677' },
    { value: 'спросить Машу', note: '', shown: 'спросить Машу', e164: null },
  ),
  { maxLength: 3 },
);
const texts = fc.array(fc.constantFrom('', 'а', 'Ёлка', 'елка', 'б'), { maxLength: 3 });
const text = fc.constantFrom('', 'раз', 'два', 'раз\nтри');
const client = fc
  .record({
    singles: fc.array(fc.constantFrom('', 'один', 'другой'), {
      minLength: singleFields.length,
      maxLength: singleFields.length,
    }),
    contactPersons: text,
    notes: text,
    phones,
    emails,
    sites: texts,
    messengers: texts,
    tags: texts,
  })
  .map(({ singles, ...more }) => {
    const single = Object.fromEntries(singleFields.map((field, n) => [field, singles[n]]));
    return { ...single, ...more } as unknown as Mergeable;
  });
const pair = fc.record({ stays: client, goes: client });

const folded = (list: Mergeable['tags']) => new Set(list.map(fold));

describe('C-06 what two clients are as one', () => {
  test('loses no value that only one has, and no entry and no line of either', () => {
    fc.assert(
      fc.property(pair, ({ stays, goes }) => {
        const merged = mergedClient({ stays, goes }, nothing);
        for (const field of singleFields) expect(merged[field]).toBe(stays[field] || goes[field]);
        for (const field of joinedFields)
          for (const line of [stays, goes].flatMap((each) => each[field].split('\n')))
            expect(merged[field].split('\n').concat('')).toContain(line);
        for (const field of ['sites', 'messengers', 'tags'] as const)
          expect(folded(merged[field])).toEqual(folded([...stays[field], ...goes[field]]));
        const shown = (each: Mergeable) => each.phones.map((phone) => phone.shown);
        expect(new Set(shown(merged))).toEqual(new Set([...shown(stays), ...shown(goes)]));
      }),
    );
  });

  test('takes what is chosen, and leaves out what is dropped and nothing else', () => {
    fc.assert(
      fc.property(pair, fc.constantFrom(...listFields), ({ stays, goes }, field) => {
        const whole = mergedClient({ stays, goes }, nothing);
        const values = (each: Mergeable) => (each[field] as (string | { value: string })[]).map(entryValue);
        const [dropped = ''] = values(whole);
        const merged = mergedClient(
          { stays, goes },
          { fields: { name: 'goes' }, without: { [field]: [dropped] } },
        );
        expect(merged.name).toBe(goes.name);
        expect(values(merged)).toEqual(values(whole).filter((value) => value !== dropped));
      }),
    );
  });

  test('is the client itself where it is merged with its like', () => {
    fc.assert(
      fc.property(client, (one) => {
        const merged = mergedClient({ stays: one, goes: structuredClone(one) }, nothing);
        expect(merged).toEqual(mergedClient({ stays: merged, goes: one }, nothing));
        for (const field of [...singleFields, ...joinedFields]) expect(merged[field]).toBe(one[field]);
      }),
    );
  });
});
