import { expect, it } from 'vitest';
import { sayMessage } from '../../platform/message.ts';
import { texts as en } from '../../texts/en/index.ts';
import { texts as ru } from '../../texts/ru/index.ts';
import { operationText } from './operation-text.ts';

const operation = {
  name: 'tasks.create',
  reverses: null,
  first: { kind: 'tasks', id: 2001, title: null },
  rows: [{ kind: 'tasks', count: 1 }],
} as unknown as Parameters<typeof operationText>[1];

const said = (locale: 'ru' | 'en', texts: Record<string, string>) => {
  const say = (id: string, values?: Record<string, string | number | null | undefined>) =>
    sayMessage(texts[id] ?? id, locale, values);
  const sayIfKnown: typeof say = (id, values) => (id in texts ? say(id, values) : undefined) as string;
  return operationText({ say, sayIfKnown, locale }, operation);
};

it('Z-01: a record without a name is called by its number as the language writes one', () => {
  expect(said('ru', ru)).toBe('поставлена задача № 2001');
  expect(said('en', en)).toBe('set a task No. 2001');
});
