// Bodies of requests: JSON in UTF-8 and nothing else; who is refused half-way still gets the answer.
import type { FastifyInstance } from 'fastify';
import { Refusal } from './refusals.ts';

/** JSON is UTF-8: bytes that are none would be kept as damaged words. */
export function readJsonStrictly(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    let text: string;
    try {
      text = utf8.decode(body as Buffer);
    } catch {
      return done(new Refusal('request.notUtf8', {}, {}));
    }
    return parse(request, text, done);
  });
}

/** Milliseconds in which the rest of a refused body is read away. */
const hangUpAfter = 1000;

/** A sender who is refused half-way reads the answer only once the rest is off its hands; after a moment the line is cut. */
export function letRefusedSendersRead(server: FastifyInstance): void {
  server.addHook('onSend', async ({ raw }, reply) => {
    if (!raw.complete) reply.header('connection', 'close');
  });
  server.addHook('onResponse', async ({ raw }) => {
    if (raw.complete) return;
    raw.resume();
    setTimeout(() => raw.destroy(), hangUpAfter).unref();
  });
}
