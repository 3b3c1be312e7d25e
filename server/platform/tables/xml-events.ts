// XML parts of a workbook as a stream of events. saxes reads no outside entities and expands none of a document's own.
import { SaxesParser } from 'saxes';
import { TableFault } from './table-fault.ts';

/** What a reader of one part does on its events. Names come without their namespace prefix. */
export interface XmlListener {
  open?: (name: string, attributes: Record<string, string>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function parserFor(listener: XmlListener): SaxesParser {
  const parser = new SaxesParser({ position: false });
  parser.on('opentag', (tag) =>
    listener.open?.(localName(tag.name), tag.attributes as Record<string, string>),
  );
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  parser.on('closetag', (tag) => listener.close?.(localName(tag.name)));
  parser.on('error', () => {
    throw new TableFault('table.notATable', { part: 'xml' });
  });
  return parser;
}

function decoderFor(piece: Buffer): TextDecoder {
  const isUtf16 = (piece[0] === 0xff && piece[1] === 0xfe) || (piece[0] === 0x3c && piece[1] === 0);
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8');
}

/** Feeds the part to the listener; pauses after each piece, so that its reader can hand on what it has got. */
export async function* readXml(pieces: AsyncIterable<Buffer>, listener: XmlListener): AsyncGenerator<void> {
  const parser = parserFor(listener);
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    decoder ??= decoderFor(piece);
    parser.write(decoder.decode(piece, { stream: true }));
    yield;
  }
  parser.close();
  yield;
}

/** Feeds the whole part. */
export async function readWholeXml(pieces: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  for await (const _ of readXml(pieces, listener));
}
