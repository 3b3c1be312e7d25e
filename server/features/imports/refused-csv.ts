// GET /imports/:id/refused.csv: the refused rows as they came with a column of reasons, to correct and to import again.
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ImportFile } from '../../../contract/imports.ts';
import { sql } from '../../platform/db/sql.ts';
import { type Reads, reading } from '../../platform/db/transaction.ts';
import type { Door } from '../../platform/http.ts';
import { refuse } from '../../platform/refusals.ts';
import { sayName } from '../../platform/sent-file.ts';
import { csvLine } from '../../platform/tables/write-csv.ts';
import { localeOf } from '../people/index.ts';
import { isReasonHeader, reasonHeader, reasonText } from './reason-texts.ts';
import type { Reason } from './sheet.ts';
import { findImport, type Import } from './staging.ts';
import { labelsOf, openFile, recordsOf } from './table.ts';

export function importRoutes(server: FastifyInstance, door: Door): void {
  server.get('/imports/:id/refused.csv', (request, reply) => sendRefused(door, request, reply));
}

async function sendRefused(door: Door, request: FastifyRequest, reply: FastifyReply) {
  const actor = (await door.actorOf(request)) ?? refuse('session.missing');
  const { id } = request.params as { id: string };
  const reads = reading(door.house);
  const found = /^\d{1,15}$/.test(id) ? await findImport(reads, Number(id)) : undefined;
  if (!found || found.ownerId !== actor.userId) return refuse('record.missing', { kind: 'imports' });
  const file = await openFile(reads, found.fileId, found.ownerId);
  reply.header('content-type', 'text/csv; charset=utf-8');
  reply.header('cache-control', 'no-store');
  sayName(reply, refusedName(found.file));
  return reply.send(Readable.from(refusedLines(reads, found, file.bytes)));
}

function refusedName({ name }: ImportFile): string {
  return `${name.replace(/\.[^.]*$/, '').toWellFormed()} - refused.csv`;
}

const byteOrderMark = '\ufeff';
const rowsAtOnce = 1000;

type Refused = { line: number; reasons: Reason[] };

async function* refusedRows(reads: Reads, importId: number): AsyncGenerator<Refused> {
  for (let line = -1; ; ) {
    const rows = await reads.rows(sql<Refused>`
      select line, reasons from import_rows where import_id = ${importId} and outcome = 'refused' and line > ${line}
      order by line limit ${rowsAtOnce}`);
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    line = last.line;
  }
}

async function* refusedLines(reads: Reads, job: Import, bytes: Buffer): AsyncGenerator<string> {
  const { file } = job;
  const locale = await localeOf(reads, job.ownerId);
  const labels = labelsOf(file, locale);
  const line = (cells: string[]) => `${csvLine(cells, { delimiter: file.delimiter ?? ';' })}\r\n`;
  // Rows that come back a second time have their old reasons beside them.
  const own = (cells: string[]) => cells.filter((_, column) => !isReasonHeader(file.header[column] ?? ''));
  yield byteOrderMark + line([...own(file.headless ? labels : file.header), reasonHeader[locale]]);
  const refused = refusedRows(reads, job.id);
  let next = (await refused.next()).value as Refused | undefined;
  if (!next) return;
  for await (const row of recordsOf(bytes, file)) {
    if (row.line !== next.line) continue;
    const texts = next.reasons.map((reason) => reasonText(locale, reason, labels));
    const padded = [
      ...row.cells,
      ...Array.from({ length: Math.max(0, file.header.length - row.cells.length) }, () => ''),
    ];
    yield line([...own(padded), texts.join('; ')]);
    next = (await refused.next()).value as Refused | undefined;
    if (!next) return;
  }
}
