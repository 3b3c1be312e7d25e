/** For browser tests: the gallery as it would be shipped, in real Chromium. Not part of the product. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, preview } from 'vite';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

export interface Gallery {
  /** A fresh page with one part of the gallery open. */
  open(part: string, look?: Look): Promise<Page>;
  close(): Promise<void>;
}

export interface Look {
  width?: number;
  height?: number;
  dark?: boolean;
}

export async function openGallery(): Promise<Gallery> {
  const outDir = mkdtempSync(join(tmpdir(), 'voronka-gallery-'));
  const address = await serveBuilt(outDir);
  const executablePath = process.env.VORONKA_CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: flags });
  const open = async (part: string, { width = 1440, height = 900, dark = false }: Look = {}) => {
    await closePages(browser);
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' });
    await page.goto(`${address.url}kit-gallery.html?part=${part}`);
    await page.locator('.gallery-part > *').first().waitFor();
    return page;
  };
  const close = async () => {
    await browser.close();
    await address.close();
    rmSync(outDir, { recursive: true });
  };
  return { open, close };
}

async function serveBuilt(outDir: string) {
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url));
  const input = fileURLToPath(new URL('../kit-gallery.html', import.meta.url));
  await build({ configFile, logLevel: 'error', build: { outDir, rolldownOptions: { input } } });
  const server = await preview({
    configFile,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1', proxy: {} },
  });
  return { url: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}

/** One page at a time: the machine's two cores belong to the test that runs. */
async function closePages(browser: Browser) {
  for (const context of browser.contexts()) await context.close();
}

/** Violations of WCAG 2.2 AA and of best practice, as «rule: selector»; some rules may be left out. */
export async function violations(page: Page, without: string[] = []): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async (left) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeAnswer> } };
    const rules = Object.fromEntries(left.map((rule) => [rule, { enabled: false }]));
    const { violations: found } = await axe.run({ rules });
    return found.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`),
    );
  }, without);
}

interface AxeAnswer {
  violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
}
