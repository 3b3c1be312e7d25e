// PUT /files: a stream into pieces of the database. Refuses before it reads too much; a broken stream leaves nothing.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Uploaded } from '../../../contract/files.ts';
import { mayBringIn } from '../../../contract/import-rights.ts';
import { type Actor, may } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import { present, type Rows } from '../../platform/db/transaction.ts';
import type { Door } from '../../platform/http.ts';
import { mustHaveRoom } from '../../platform/limits.ts';
import { refuse } from '../../platform/refusals.ts';
import { photoAtMost } from './photo.ts';

/** Larger tables are split by their owners; see tables/limits for what a table may hold. */
export const fileAtMost = 100 * 1024 * 1024; // bytes
const pieceSize = 1024 * 1024; // bytes

/** A sender who is silent for so long has gone away. */
const silentAtMost = 20_000; // ms
/** Uploads of one person that go on at once; more is no person. */
const atOnce = 4;

export function uploadRoutes(server: FastifyInstance, door: Door): void {
  server.register(async (files) => {
    files.removeAllContentTypeParsers();
    files.addContentTypeParser('*', (_request, _payload, done) => done(null));
    files.put('/files', { bodyLimit: Number.MAX_SAFE_INTEGER }, (request) => keepUpload(door, request));
  });
}

/**
 * Each piece is a statement of its own, so that a slow sender holds no connection; the file has a size once it is whole, and
 * until then nobody can use it. What a broken stream has left goes at once, what a crash has left goes with the unused ones.
 */
async function keepUpload(door: Door, request: FastifyRequest): Promise<Uploaded> {
  const actor = (await door.actorOf(request)) ?? refuse('session.missing');
  const limit = mostFor(actor);
  const name = fileName(request);
  if (Number(request.headers['content-length'] ?? 0) > limit) refuse('file.tooLarge', { limit });
  const rows = present(door.house);
  await mustHaveRoom(rows, { kind: 'storage', count: Number(request.headers['content-length'] ?? 0) });
  const id = await beginFile(rows, name, actor.userId);
  try {
    const size = await keepPieces(rows, { id, limit }, request);
    // A sender who says no length is measured here. Uploads that end at the same moment may together pass the limit by one file each.
    await mustHaveRoom(rows, { kind: 'storage', count: size });
    await rows.rows(sql`update files set size = ${size} where id = ${id}`);
    return { id, name, size };
  } catch (error) {
    await rows.rows(sql`delete from files where id = ${id}`);
    throw error;
  }
}

/** Tables are large; who may bring in none sends a photo at most. */
function mostFor(actor: Actor): number {
  const bringsIn = (['clients', 'tasks'] as const).some((kind) =>
    mayBringIn((of, verb) => may(actor, of, verb), kind),
  );
  return bringsIn ? fileAtMost : photoAtMost;
}

async function beginFile(rows: Rows, name: string, ownerId: number | null): Promise<number> {
  const file = await rows.one(sql<{ id: number }>`
    insert into files (name, size, owner_id, at) select ${name}, 0, ${ownerId}, ${rows.now}
    where (select count(*) from files where owner_id = ${ownerId} and size = 0 and at > ${rows.now}::timestamptz - interval '10 minutes') < ${atOnce}
    returning id`);
  return file?.id ?? refuse('file.tooManyAtOnce', { limit: atOnce });
}

function fileName(request: FastifyRequest): string {
  const { name } = request.query as { name?: unknown };
  if (typeof name !== 'string' || name === '' || name.length > 300 || name.includes('\u0000'))
    refuse('file.badName');
  return name.toWellFormed();
}

async function keepPieces(
  rows: Rows,
  { id, limit }: { id: number; limit: number },
  request: FastifyRequest,
): Promise<number> {
  let size = 0;
  let n = 0;
  for await (const piece of piecesOf(request)) {
    size += piece.length;
    if (size > limit) refuse('file.tooLarge', { limit });
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
  const silence = setTimeout(() => raw.destroy(), silentAtMost);
  try {
    for await (const chunk of stream) {
      silence.refresh();
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
  } finally {
    clearTimeout(silence);
  }
  if (raw.complete === false) refuse('file.cutShort');
  if (size > 0) yield Buffer.concat(waiting);
}
