// A zip held in memory, read by its central directory. Refuses hostile ones before a byte is unpacked and counts what is unpacked.
// Names are only looked up, never used as paths. Format: PKWARE APPNOTE 6.3.
import { createInflateRaw } from 'node:zlib';
import { TableFault } from './table-fault.ts';
import { ENTRY_LIMIT, RATIO_FREE, RATIO_LIMIT, UNPACKED_LIMIT } from './table-limits.ts';

/** One part of the archive as the central directory states it; sizes in bytes. */
interface ZipEntry {
  name: string;
  method: number;
  encrypted: boolean;
  packedSize: number;
  size: number;
  /** Where its local header begins. */
  offset: number;
}

/** Parts by name. */
export interface ZipArchive {
  bytes: Buffer;
  entries: ReadonlyMap<string, ZipEntry>;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const END_SIZE = 22;
const STORED = 0;
const DEFLATED = 8;
const PIECE_BYTES = 64 * 1024;

function broken(part: string): TableFault {
  return new TableFault('table.brokenZip', { part });
}

function bigAt(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at));
}

interface Directory {
  count: number;
  offset: number;
}

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_SIZE - 0xffff);
  for (let at = bytes.length - END_SIZE; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === END && at + END_SIZE + bytes.readUInt16LE(at + 20) === bytes.length)
      return at;
  }
  throw broken('end of directory');
}

function readDirectory64(bytes: Buffer, end: number): Directory {
  const locator = end - 20;
  if (locator < 0 || bytes.readUInt32LE(locator) !== END_64_LOCATOR) throw broken('zip64 locator');
  const at = bigAt(bytes, locator + 8);
  if (bytes.readUInt32LE(at) !== END_64) throw broken('zip64 end of directory');
  return { count: bigAt(bytes, at + 32), offset: bigAt(bytes, at + 48) };
}

function readDirectory(bytes: Buffer): Directory {
  const end = findEnd(bytes);
  if (bytes.readUInt16LE(end + 4) !== 0) throw broken('several disks');
  const count = bytes.readUInt16LE(end + 10);
  const offset = bytes.readUInt32LE(end + 16);
  return count === 0xffff || offset === 0xffffffff ? readDirectory64(bytes, end) : { count, offset };
}

/** The field of zip64 holds, in this order, only those sizes that did not fit in 32 bits. */
function widen(entry: ZipEntry, extra: Buffer): void {
  for (let at = 0; at < extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (at + 4 + length > extra.length) throw broken('extra field');
    if (extra.readUInt16LE(at) === 1) {
      let field = at + 4;
      for (const key of ['size', 'packedSize', 'offset'] as const) {
        if (entry[key] !== 0xffffffff) continue;
        entry[key] = bigAt(extra, field);
        field += 8;
      }
    }
    at += 4 + length;
  }
}

function readEntry(bytes: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (bytes.readUInt32LE(at) !== CENTRAL) throw broken('directory entry');
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const entry: ZipEntry = {
    name: bytes.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/'),
    method: bytes.readUInt16LE(at + 10),
    encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    packedSize: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
  widen(entry, bytes.subarray(nameEnd, extraEnd));
  return { entry, next: extraEnd + bytes.readUInt16LE(at + 32) };
}

function readEntries(bytes: Buffer): ZipEntry[] {
  const { count, offset } = readDirectory(bytes);
  if (count > ENTRY_LIMIT)
    throw new TableFault('table.tooLarge', { limit: ENTRY_LIMIT, found: count, part: 'zip entries' });
  const entries: ZipEntry[] = [];
  for (let at = offset; entries.length < count; ) {
    const { entry, next } = readEntry(bytes, at);
    entries.push(entry);
    at = next;
  }
  return entries;
}

function refuseHostile(bytes: Buffer, entries: readonly ZipEntry[]): void {
  const names = new Set(entries.map(({ name }) => name));
  if (names.size < entries.length) throw broken('two parts of one name');
  if (entries.some(({ name }) => /^\/|^[a-z]:|(?:^|\/)\.\.(?:\/|$)/iu.test(name))) throw broken('path');
  if (entries.some(({ encrypted }) => encrypted)) throw new TableFault('table.encrypted');
  if (entries.some(({ method }) => method !== STORED && method !== DEFLATED)) throw broken('method');
  const packed = entries.reduce((sum, { packedSize }) => sum + packedSize, 0);
  if (packed > bytes.length) throw broken('overlapping parts');
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  const isBomb = entries.some(({ size, packedSize }) => size > RATIO_FREE && size > packedSize * RATIO_LIMIT);
  if (unpacked > UNPACKED_LIMIT || isBomb) {
    throw new TableFault('table.tooLarge', { limit: UNPACKED_LIMIT, found: unpacked, part: 'unpacked' });
  }
}

/** Reads the directory and refuses an archive that is broken, locked or hostile. Nothing is unpacked yet. */
export function openZip(bytes: Buffer): ZipArchive {
  try {
    const entries = readEntries(bytes);
    refuseHostile(bytes, entries);
    return { bytes, entries: new Map(entries.map((entry) => [entry.name, entry])) };
  } catch (error) {
    throw error instanceof RangeError ? broken('truncated') : error;
  }
}

function packedBytes({ bytes }: ZipArchive, { offset, packedSize }: ZipEntry): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw broken('local header');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packedSize > bytes.length) throw broken('truncated');
  return bytes.subarray(start, start + packedSize);
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

async function* inflate(packed: Buffer): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: PIECE_BYTES });
  stream.end(packed);
  try {
    yield* stream;
  } catch {
    throw broken('deflate');
  }
}

/** The unpacked bytes of one part, in pieces; throws when there are more or fewer than the directory says. */
export async function* unpack(archive: ZipArchive, name: string): AsyncGenerator<Buffer> {
  const entry = archive.entries.get(name);
  if (!entry) throw broken(name);
  const packed = packedBytes(archive, entry);
  let found = 0;
  for await (const piece of entry.method === STORED ? slices(packed) : inflate(packed)) {
    found += piece.length;
    if (found > entry.size) throw broken('size');
    yield piece;
  }
  if (found !== entry.size) throw broken('size');
}
