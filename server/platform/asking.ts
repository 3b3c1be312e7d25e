// What is made for somebody asks what their screens ask: by the same queries, with the same rights.
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Query } from '../../contract/kit/request.ts';
import type { Actor } from './actor.ts';
import { answer, type Door } from './http.ts';
import { refuse } from './refusals.ts';
import { JsonText } from './slice.ts';

export type Ask = <Q extends Query>(query: Q, input: z.input<Q['input']>) => Promise<z.output<Q['output']>>;

/** Refuses who has not come in; an ask refuses as its query does. */
export async function askerOf(
  { house, actorOf }: Door,
  request: FastifyRequest,
): Promise<{ actor: Actor; ask: Ask }> {
  const actor = (await actorOf(request)) ?? refuse('session.missing');
  const ask: Ask = async ({ name }, input) => {
    const handler = house.declared.queries.get(name) ?? refuse('request.unknown');
    const found = await answer(house, handler, actor, input);
    return found instanceof JsonText ? JSON.parse(found.text) : found;
  };
  return { actor, ask };
}
