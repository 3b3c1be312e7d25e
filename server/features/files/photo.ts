// One's own photo behind the screens: an upload that is kept, checked by its first bytes, shown to nobody else.
import type { FastifyInstance } from 'fastify';
import { files } from '../../../contract/files.ts';
import { sql } from '../../platform/db/sql.ts';
import { present, type Rows } from '../../platform/db/transaction.ts';
import type { Door } from '../../platform/http.ts';
import { refuse } from '../../platform/refusals.ts';
import {
  type CommandHandler,
  commandHandler,
  type QueryHandler,
  queryHandler,
} from '../../platform/slice.ts';
import { readFile } from './store.ts';

/** The screens make a photo smaller before they send it; what is larger was sent by something else. */
export const photoAtMost = 5 * 1024 * 1024; // bytes

/** What a picture of each kind begins with: https://mimesniff.spec.whatwg.org/#image-type-pattern-matching-algorithm */
const beginnings: [string, RegExp][] = [
  ['image/jpeg', /^ffd8ff/],
  ['image/png', /^89504e470d0a1a0a/],
  ['image/webp', /^52494646.{8}57454250/],
];

function kindOf(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 16).toString('hex');
  return beginnings.find(([, pattern]) => pattern.test(start))?.[0];
}

const keepPhoto = commandHandler({
  request: files.keepPhoto,
  may: (actor) => actor.userId !== null,
  async run(tx, actor, { fileId }) {
    const found = await tx.one(sql<{ size: number; bytes: Buffer }>`
      select f.size, p.bytes from files f join file_pieces p on p.file_id = f.id and p.n = 0
      where f.id = ${fileId} and f.owner_id = ${actor.userId} and f.size > 0`);
    if (!found) refuse('record.missing', { kind: 'files' });
    if (found.size > photoAtMost) refuse('file.tooLarge', { limit: photoAtMost });
    if (!kindOf(found.bytes)) refuse('file.noPicture');
    await tx.rows(sql`
      delete from files where id in (select file_id from photos where person_id = ${actor.userId}) and id <> ${fileId}`);
    await tx.rows(sql`
      insert into photos (person_id, file_id) values (${actor.userId}, ${fileId})
      on conflict (person_id) do update set file_id = excluded.file_id`);
    return {};
  },
});

export const filesCommands: CommandHandler[] = [keepPhoto];

const photo = queryHandler({
  request: files.photo,
  may: (actor) => actor.userId !== null,
  answer: async (reads, actor) => ({ id: (await keptPhoto(reads, actor.userId))?.id ?? null }),
});

export const filesQueries: QueryHandler[] = [photo];

const keptPhoto = (rows: Rows, personId: number | null) =>
  rows.one(sql<{ id: number }>`select file_id as id from photos where person_id = ${personId}`);

/** GET /files/photo: the asker's own. Its address carries the number of the file, so that a new one is not the old one from the cache. */
export function photoRoutes(server: FastifyInstance, door: Door): void {
  server.get('/files/photo', async (request, reply) => {
    const actor = (await door.actorOf(request)) ?? refuse('session.missing');
    const rows = present(door.house);
    const kept = await keptPhoto(rows, actor.userId);
    const file = kept && (await readFile(rows, kept.id, actor.userId));
    if (!file) refuse('record.missing', { kind: 'files' });
    reply.header('content-type', kindOf(file.bytes) ?? 'application/octet-stream');
    reply.header('cache-control', 'private, max-age=31536000, immutable');
    return reply.send(file.bytes);
  });
}
