// A recording of a page: the pictures that Chromium shows, encoded in Chromium too, as WebM with captions beside it.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

type Picture = { jpeg: string; at: number };
export type Caption = { text: string; at: number };

export type Recording = {
  /** Seconds since the beginning. */
  now(): number;
  /** Writes `<path>.webm` and `<path>.vtt`. */
  save(path: string, captions: Caption[]): Promise<void>;
};

/** Pictures that follow each other sooner are one; seconds. */
const shortest = 1 / 15;
const size = { width: 1280, height: 800 };
const encoder = readFileSync(
  fileURLToPath(new URL('../node_modules/mediabunny/dist/bundles/mediabunny.min.mjs', import.meta.url)),
  'utf8',
);

/** Pictures come only when something has changed on the page. */
export async function record(page: Page): Promise<Recording> {
  const pictures: Picture[] = [];
  const session = await page.context().newCDPSession(page);
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    const at = metadata.timestamp ?? Date.now() / 1000;
    if (at - (pictures.at(-2)?.at ?? 0) < shortest) pictures.pop();
    pictures.push({ jpeg: data, at });
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
  });
  const began = Date.now() / 1000;
  const options = { format: 'jpeg', quality: 90, maxWidth: size.width, maxHeight: size.height } as const;
  await session.send('Page.startScreencast', options);
  const now = () => Date.now() / 1000 - began;
  return {
    now,
    async save(path, captions) {
      const ended = now();
      await session.send('Page.stopScreencast');
      const shown = pictures.map(({ jpeg, at }) => ({ jpeg, at: Math.max(0, at - began) }));
      writeFileSync(`${path}.webm`, await encode(page, shown, ended));
      writeFileSync(`${path}.vtt`, captionsText(captions, ended));
    },
  };
}

/** In a page of its own, since only a browser has the encoder. */
async function encode(page: Page, pictures: Picture[], ended: number): Promise<Buffer> {
  const context = await page.context().browser()?.newContext({ bypassCSP: true });
  if (!context) throw new Error('the browser is gone');
  const bench = await context.newPage();
  const origin = new URL(page.url()).origin;
  await bench.route('**/encoder.mjs', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: encoder }),
  );
  await bench.goto(`${origin}/health`);
  await bench.evaluate(`import('/encoder.mjs').then((bunny) => { window.bunny = bunny; })`);
  const bytes = await bench.evaluate(encodeHere, { pictures, ended, size });
  await context.close();
  return Buffer.from(bytes, 'base64');
}

type Work = { pictures: Picture[]; ended: number; size: { width: number; height: number } };

/** Runs inside of the page. */
async function encodeHere({ pictures, ended, size }: Work): Promise<string> {
  const { bunny } = window as unknown as { bunny: typeof import('mediabunny') };
  const target = new bunny.BufferTarget();
  const output = new bunny.Output({ format: new bunny.WebMOutputFormat(), target });
  const canvas = new OffscreenCanvas(size.width, size.height);
  const source = new bunny.CanvasSource(canvas, { codec: 'vp9', quality: bunny.QUALITY_MEDIUM });
  output.addVideoTrack(source);
  await output.start();
  for (const [n, { jpeg, at }] of pictures.entries()) {
    const bytes = Uint8Array.from(atob(jpeg), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, size.width, size.height);
    bitmap.close();
    const until = pictures[n + 1]?.at ?? ended;
    if (until > at) await source.add(at, until - at);
  }
  await output.finalize();
  const blob = new Blob([target.buffer as ArrayBuffer]);
  const url = await new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsDataURL(blob);
  });
  return url.slice(url.indexOf(',') + 1);
}

function captionsText(captions: Caption[], ended: number): string {
  const cues = captions.map(({ text, at }, n) => {
    const until = captions[n + 1]?.at ?? ended;
    return `${clockText(at)} --> ${clockText(until)}\n${text}\n`;
  });
  return ['WEBVTT\n', ...cues].join('\n');
}

function clockText(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 23);
}
