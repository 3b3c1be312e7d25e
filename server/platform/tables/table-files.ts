// Files for the tests of this folder: the collected ones outside the repository and small ones made here.
import { readFileSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';
import { readRows, type TableOptions } from './read-table.ts';
import type { TableRow } from './table-limits.ts';

/** A collected file, by its path in the shared data. */
export function dataFile(path: string): Buffer {
  return readFileSync(new URL(`../../../../shared/data/${path}`, import.meta.url));
}

export async function allRows(bytes: Buffer, options: TableOptions = {}): Promise<TableRow[]> {
  return Array.fromAsync(readRows(bytes, options));
}

/** What a hostile archive lies about. */
interface Lie {
  size?: number;
  encrypted?: boolean;
}

function localPart(name: string, packed: Buffer, size: number, crc: number): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([header, Buffer.from(name), packed]);
}

function directoryPart(name: string, packed: number, size: number, offset: number, lie: Lie): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(lie.encrypted ? 1 : 0, 8);
  header.writeUInt16LE(8, 10);
  header.writeUInt32LE(packed, 20);
  header.writeUInt32LE(lie.size ?? size, 24);
  header.writeUInt16LE(Buffer.byteLength(name), 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, Buffer.from(name)]);
}

/** A zip of the given parts; a lie is told of the last one. */
export function makeZip(
  parts: readonly (readonly [name: string, text: string | Buffer])[],
  lie: Lie = {},
): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [i, [name, content]] of parts.entries()) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const local = localPart(name, packed, bytes.length, crc32(bytes));
    locals.push(local);
    directory.push(
      directoryPart(name, packed.length, bytes.length, offset, i === parts.length - 1 ? lie : {}),
    );
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** What a made workbook may have besides the rows of its one sheet. */
interface WorkbookParts {
  formats?: readonly string[];
  texts?: string;
  properties?: string;
  lie?: Lie;
}

/** A workbook whose sheet is the given XML of rows; style n is the n-th format, from 1. */
export function makeWorkbook(
  rows: string,
  { formats = [], texts = '', properties = '', lie }: WorkbookParts = {},
): Buffer {
  const codes = formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>`).join('');
  const styles = formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('');
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rel = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/>`;
  return makeZip(
    [
      [
        '_rels/.rels',
        `${HEAD}<Relationships>${rel('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
      ],
      [
        'xl/_rels/workbook.xml.rels',
        `${HEAD}<Relationships>${rel('r1', 'worksheet', 'worksheets/sheet1.xml')}${rel('r2', 'styles', 'styles.xml')}${rel('r3', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
      ],
      [
        'xl/workbook.xml',
        `${HEAD}<workbook>${properties}<sheets><sheet name="Лист1" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ],
      ['xl/sharedStrings.xml', `${HEAD}<sst>${texts}</sst>`],
      [
        'xl/styles.xml',
        `${HEAD}<styleSheet><numFmts>${codes}</numFmts><cellXfs><xf numFmtId="0"/>${styles}</cellXfs></styleSheet>`,
      ],
      ['xl/worksheets/sheet1.xml', `${HEAD}<worksheet><sheetData>${rows}</sheetData></worksheet>`],
    ],
    lie,
  );
}
