// PDFs that the house makes, fetched and read back: how many pages, how they lie, which letters their fonts can say.
import { inflateSync } from 'node:zlib';
import { expect } from 'vitest';
import { type Person, sessionCookie, type World } from './world.ts';

export const getPaper = (world: World, person: Person, url: string) =>
  world.app.server.inject({
    method: 'GET',
    url,
    headers: { cookie: `${sessionCookie}=${person.session}` },
  });

export type Paper = { pages: number; isWide: boolean; letters: Set<string> };

export function readPaper({ statusCode, headers, rawPayload }: Awaited<ReturnType<typeof getPaper>>): Paper {
  expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf']);
  const text = rawPayload.toString('latin1');
  expect(text.startsWith('%PDF-')).toBe(true);
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
  return {
    pages: text.match(/\/Type \/Page\b/g)?.length ?? 0,
    isWide: Number(width) > Number(height),
    letters: lettersOf(rawPayload, text),
  };
}

/** What the tables of a PDF from glyphs to Unicode name. */
function lettersOf(bytes: Buffer, text: string): Set<string> {
  const letters = new Set<string>();
  for (const found of text.matchAll(/stream\r?\n/g)) {
    const from = found.index + found[0].length;
    const to = text.indexOf('endstream', from);
    const map = inflated(bytes.subarray(from, to));
    if (!map.includes('beginbfrange')) continue;
    for (const [, hex = ''] of map.matchAll(/<([0-9a-f]{4})>/gi))
      letters.add(String.fromCharCode(Number.parseInt(hex, 16)));
  }
  return letters;
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return '';
  }
}
