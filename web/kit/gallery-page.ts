/** For browser tests: the gallery as it would be shipped, in real Chromium. Not part of the product. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';

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
  /** One part of the gallery, opened anew in the one page that all tests of a file use. */
  open(part: string, look?: Look): Promise<Page>;
  close(): Promise<void>;
}

export interface Look {
  width?: number;
  height?: number;
  dark?: boolean;
}

/** `address`: where `serveGallery` serves it, with the closing slash. */
export async function openGallery(address: string): Promise<Gallery> {
  const executablePath = process.env.VORONKA_CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: flags });
  const page = await browser.newPage();
  const open = async (part: string, { width = 1440, height = 900, dark = false }: Look = {}) => {
    await page.goto('about:blank');
    await page.mouse.move(0, 0);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    await page.goto(`${address}kit-gallery.html?part=${part}`);
    await page.locator('.gallery-part > *').first().waitFor();
    return page;
  };
  return { open, close: () => browser.close() };
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
