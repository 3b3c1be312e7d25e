// PUT /files: a stream into pieces of the database. Refuses before it reads too much; a broken stream leaves nothing.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Uploaded } from '../../../contract/files.ts';
import { sql } from '../../platform/db/sql.ts';
import { plainly, type Rows } from '../../platform/db/transaction.ts';
import type { Door } from '../../platform/http.ts';
import { refuse } from '../../platform/refusals.ts';

/** Larger tables are split by their owners; see tables/limits for what a table may hold. */
export const fileAtMost = 100 * 1024 * 1024; // bytes
const pieceSize = 1024 * 1024; // bytes
const hangUpAfter = 1000; // ms

export function uploadRoutes(server: FastifyInstance, door: Door): void {
  server.register(async (files) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser('*', (_request, _payload, done) => done(null));
    files.addHook('onSend', async ({ raw }, reply) => {
      if (!raw.complete) reply.header('connection', 'close');
    });
    files.addHook('onResponse', async ({ raw }) => {
      if (!raw.complete) hangUp(raw);
    });
    files.put('/files', { bodyLimit: Number.MAX_SAFE_INTEGER }, (request) => keepUpload(door, request));
  });
}

/** A sender who was refused half-way reads the answer only once the rest is off its hands; after a moment the line is cut. */
function hangUp(raw: FastifyRequest['raw']): void {
  raw.resume();
  setTimeout(() => raw.destroy(), hangUpAfter).unref();
}

async function keepUpload(door: Door, request: FastifyRequest): Promise<Uploaded> {
  const actor = (await door.actorOf(request)) ?? refuse('session.missing');
  const name = fileName(request);
  if (Number(request.headers['content-length'] ?? 0) > fileAtMost)
    refuse('file.tooLarge', { limit: fileAtMost });
  return plainly(door.house, async (rows) => {
    const file = await rows.one(sql<{ id: number }>`
      insert into files (name, size, owner_id, at) values (${name}, 0, ${actor.userId}, ${rows.now}) returning id`);
    const id = file?.id as number;
    const size = await keepPieces(rows, id, request);
    await rows.rows(sql`update files set size = ${size} where id = ${id}`);
    return { id, name, size };
  });
}

function fileName(request: FastifyRequest): string {
  const { name } = request.query as { name?: unknown };
  if (typeof name !== 'string' || name === '' || name.length > 300 || name.includes('\u0000'))
    refuse('file.badName');
  return name.toWellFormed();
}

async function keepPieces(rows: Rows, id: number, request: FastifyRequest): Promise<number> {
  let size = 0;
  let n = 0;
  for await (const piece of piecesOf(request)) {
    size += piece.length;
    if (size > fileAtMost) refuse('file.tooLarge', { limit: fileAtMost });
    await rows.rows(sql`insert into file_pieces (file_id, n, bytes) values (${id}, ${n++}, ${piece})`);
  }
  if (size === 0) refuse('file.empty');
  return size;
}

/** The body in pieces of a megabyte or a little more. Refuses `file.cutShort` where the sender went away. */
async function* piecesOf({ raw }: FastifyRequest): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  const stream = raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  try {
    for await (const chunk of stream) {
      waiting.push(chunk);
      size += chunk.length;
      if (size < pieceSize) continue;
      yield Buffer.concat(waiting);
      waiting = [];
      size = 0;
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'ECONNRESET') refuse('file.cutShort');
    throw error;
  }
  if (raw.complete === false) refuse('file.cutShort');
  if (size > 0) yield Buffer.concat(waiting);
}
