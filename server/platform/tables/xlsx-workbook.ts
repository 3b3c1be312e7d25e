// The parts of a workbook that its sheets need: names of sheets, shared texts, number formats. Format: ECMA-376, SpreadsheetML.
import { posix } from 'node:path';
import { TableFault } from './table-fault.ts';
import { SHARED_TEXT_LIMIT } from './table-limits.ts';
import { builtInKind, formatKind, type NumberKind } from './xlsx-number.ts';
import { readWholeXml } from './xml-events.ts';
import { openZip, unpack, type ZipArchive } from './zip-archive.ts';

export interface SheetPart {
  name: string;
  /** Name of its part in the archive. */
  part: string;
  hidden: boolean;
}

export interface Workbook {
  archive: ZipArchive;
  sheets: SheetPart[];
  sharedTexts: readonly string[];
  /** By the style number of a cell. */
  kinds: readonly NumberKind[];
  date1904: boolean;
}

/** Excel writes signs that XML cannot hold as `_x000D_`; a text that looks so has its underscore written as `_x005F_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

interface Relation {
  id: string;
  type: string;
  part: string;
}

async function readRelations(archive: ZipArchive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations: Relation[] = [];
  if (!archive.entries.has(name)) return relations;
  await readWholeXml(unpack(archive, name), {
    open: (tag, { Id = '', Type = '', Target = '' }) => {
      if (tag !== 'Relationship') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part: target });
    },
  });
  return relations;
}

function formatOfZip({ entries }: ZipArchive): string {
  const names = [...entries.keys()];
  if (names.includes('xl/workbook.bin')) return 'xlsb';
  if (names.some((name) => name.startsWith('word/'))) return 'docx';
  return names.includes('content.xml') ? 'ods' : 'zip';
}

async function findWorkbookPart(archive: ZipArchive): Promise<string> {
  const relations = await readRelations(archive, '');
  const part = relations.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  if (!/\.xml$/iu.test(part) || !archive.entries.has(part)) {
    throw new TableFault('table.notATable', { format: formatOfZip(archive) });
  }
  return part;
}

interface SheetList {
  found: { name: string; id: string; hidden: boolean }[];
  isWorkbook: boolean;
  date1904: boolean;
}

async function readSheetList(archive: ZipArchive, part: string): Promise<SheetList> {
  const list: SheetList = { found: [], isWorkbook: false, date1904: false };
  await readWholeXml(unpack(archive, part), {
    open: (tag, attributes) => {
      if (tag === 'workbook') list.isWorkbook = true;
      if (tag === 'workbookPr') list.date1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (tag !== 'sheet') return;
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
      list.found.push({
        name: attributes.name ?? '',
        id,
        hidden: /hidden/iu.test(attributes.state ?? ''),
      });
    },
  });
  return list;
}

/** Texts in the order of their numbers. Marks of pronunciation (`rPh`) are no part of a text. */
async function readSharedTexts(archive: ZipArchive, part: string): Promise<string[]> {
  const texts: string[] = [];
  let text = '';
  let letters = 0;
  let within = '';
  let phonetic = false;
  await readWholeXml(unpack(archive, part), {
    open: (tag) => {
      if (tag === 'si') text = '';
      if (tag === 'rPh') phonetic = true;
      within = tag;
    },
    text: (piece) => {
      if (within === 't' && !phonetic) text += piece;
    },
    close: (tag) => {
      within = '';
      if (tag === 'rPh') phonetic = false;
      if (tag !== 'si') return;
      letters += text.length;
      if (letters > SHARED_TEXT_LIMIT)
        throw new TableFault('table.tooLarge', { limit: SHARED_TEXT_LIMIT, part: 'texts' });
      texts.push(unescapeText(text));
    },
  });
  return texts;
}

async function readKinds(archive: ZipArchive, part: string): Promise<NumberKind[]> {
  const codes = new Map<number, string>();
  const kinds: NumberKind[] = [];
  let inCells = false;
  await readWholeXml(unpack(archive, part), {
    open: (tag, attributes) => {
      const id = Number(attributes.numFmtId);
      if (tag === 'numFmt') codes.set(id, attributes.formatCode ?? '');
      if (tag === 'cellXfs') inCells = true;
      if (tag !== 'xf' || !inCells) return;
      const code = codes.get(id);
      kinds.push(code === undefined ? builtInKind(id) : formatKind(code));
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return kinds;
}

function sheetParts({ found }: SheetList, relations: readonly Relation[]): SheetPart[] {
  return found.flatMap(({ name, id, hidden }) => {
    const relation = relations.find((one) => one.id === id && one.type === 'worksheet');
    return relation ? [{ name, part: relation.part, hidden }] : [];
  });
}

/** Opens a workbook and reads what all its sheets share. Throws when the bytes are no workbook or a hostile one. */
export async function openWorkbook(bytes: Buffer): Promise<Workbook> {
  const archive = openZip(bytes);
  const part = await findWorkbookPart(archive);
  const list = await readSheetList(archive, part);
  if (!list.isWorkbook) throw new TableFault('table.notATable', { format: formatOfZip(archive) });
  const relations = await readRelations(archive, part);
  const partOf = (type: string) =>
    relations.find((one) => one.type === type && archive.entries.has(one.part))?.part;
  const texts = partOf('sharedStrings');
  const styles = partOf('styles');
  return {
    archive,
    sheets: sheetParts(list, relations),
    sharedTexts: texts ? await readSharedTexts(archive, texts) : [],
    kinds: styles ? await readKinds(archive, styles) : [],
    date1904: list.date1904,
  };
}
