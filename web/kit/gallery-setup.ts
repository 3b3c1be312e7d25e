/** Before all tests of the kit: the gallery is built as it would be shipped, once, and served. Not part of the product. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the gallery is served, with the closing slash. */
    gallery: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { address, close } = await serveGallery();
  project.provide('gallery', address);
  return close;
}

/** Builds it into a folder of its own, which `close` removes. */
export async function serveGallery(): Promise<{ address: string; close(): Promise<void> }> {
  const outDir = mkdtempSync(join(tmpdir(), 'voronka-gallery-'));
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));
  const input = fileURLToPath(new URL('../kit-gallery.html', import.meta.url));
  await build({ configFile, logLevel: 'error', build: { outDir, rolldownOptions: { input } } });
  const server = await preview({
    configFile,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1', proxy: {} },
  });
  return {
    address: server.resolvedUrls?.local[0] ?? '',
    async close() {
      await server.close();
      rmSync(outDir, { recursive: true });
    },
  };
}
