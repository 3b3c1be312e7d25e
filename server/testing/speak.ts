// A person's side of HTTP, in process: commands by POST, queries by GET, and every answer held against the contract.
import { randomUUID } from 'node:crypto';
import type { RefusalAnswer } from '../../contract/kit/refusal.ts';
import type { App } from '../app.ts';
import { sessionCookie } from '../platform/http.ts';
import type { Person } from './world.ts';

export type Answer = {
  status: number;
  body: Record<string, unknown>;
  refusal?: RefusalAnswer['refusal'];
  session?: string | undefined;
};

export function speak(app: App, id: number, session: string): Person {
  const tell: Person['tell'] = (name, input, headers) =>
    send(app, { name, input: input ?? {}, session, headers: headers ?? {} });
  return {
    id,
    session,
    tell,
    async ask<T>(name: string, input?: object) {
      const answer = await tell(name, input);
      if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body as T;
    },
  };
}

type Sent = { name: string; input: object; session: string; headers: Record<string, string> };

async function send(app: App, { name, input, session, headers }: Sent): Promise<Answer> {
  const isQuery = app.house.declared.queries.has(name);
  const flat = isQuery && Object.values(input).every((value) => typeof value === 'string');
  const response = await app.server.inject({
    method: isQuery ? 'GET' : 'POST',
    url: `/api/${name}`,
    ...(isQuery
      ? {
          query:
            flat && Object.keys(input).length > 0
              ? (input as Record<string, string>)
              : { input: JSON.stringify(input) },
        }
      : { payload: input }),
    headers: {
      ...(isQuery ? {} : { 'idempotency-key': randomUUID() }),
      ...headers,
      ...(session ? { cookie: `${sessionCookie}=${session}` } : {}),
    },
  });
  const body = response.json() as Record<string, unknown>;
  if (response.statusCode === 200) mustFitContract(app, name, body);
  const cookie = response.cookies.find((each) => each.name === sessionCookie);
  return {
    status: response.statusCode,
    body,
    refusal: body.refusal as Answer['refusal'],
    session: cookie?.value,
  };
}

/** An answer that its contract does not describe is a fault of ours, whatever the test is about. */
function mustFitContract(app: App, name: string, body: unknown): void {
  const request = (app.house.declared.commands.get(name) ?? app.house.declared.queries.get(name))?.request;
  const read = request?.output.safeParse(body);
  if (read && !read.success) throw new Error(`${name} answered against its contract: ${read.error.message}`);
}
