// What scrolling costs the browser's main thread: the gallery's grid of 100,000 rows and calendar of 200 managers in real Chromium, from the first frame on.
import type { Page } from 'playwright-core';
import { openGallery } from '../web/kit/gallery-page.ts';
import { serveGallery } from '../web/kit/gallery-setup.ts';
import type { Result } from './timing.ts';

const samples = 24;
const framesEach = 10;
const pixelsAFrame = 60; // a hard flick

type Screen = { part: string; ready: string; name: string };

const screens: Screen[] = [
  { part: 'grid', ready: '[data-index="0"]:not([data-loading])', name: 'a grid of 100,000 rows' },
  { part: 'calendar', ready: '[role=gridcell]', name: 'a calendar of 200 managers by 30 days' },
];

/** Main-thread milliseconds (script, style, layout, paint) of one frame, by Chromium's own thread clock. */
export async function measureScreens(): Promise<Result[]> {
  const served = await serveGallery();
  const gallery = await openGallery(served.address);
  try {
    const results: Result[] = [];
    for (const { part, ready, name } of screens) {
      const page = await gallery.open(part);
      await page.locator(ready).first().waitFor();
      const times = await frameTimes(page);
      const p95 = times[Math.floor(times.length * 0.95)] as number;
      results.push({
        name: `scrolling ${name}, ${pixelsAFrame} px a frame`,
        p50: times[Math.floor(times.length / 2)] as number,
        p95,
        budget: { text: '60 frames/s: p95 ≤ 16 ms CPU a frame', holds: p95 <= 16 },
      });
    }
    return results;
  } finally {
    await gallery.close();
    await served.close();
  }
}

async function frameTimes(page: Page): Promise<number[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const times: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const before = await spent();
    await page.getByRole('grid').evaluate(scroll, { frames: framesEach, pixels: pixelsAFrame });
    times.push(((await spent()) - before) / framesEach);
  }
  return times.toSorted((a, b) => a - b);
}

/** In the page: at an end it turns, so that every frame does scroll. */
async function scroll(element: Element, { frames, pixels }: { frames: number; pixels: number }) {
  const { dataset } = element as HTMLElement;
  const last = element.scrollHeight - element.clientHeight;
  for (let frame = 0; frame < frames; frame++) {
    if (element.scrollTop >= last - 1) dataset.back = 'true';
    if (element.scrollTop <= 0) delete dataset.back;
    element.scrollTop += dataset.back ? -pixels : pixels;
    await new Promise(requestAnimationFrame);
  }
}
