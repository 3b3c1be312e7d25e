// What scrolling costs the browser's main thread: the gallery's grid of 100,000 rows and calendar of 200 managers in real Chromium.
import type { Page } from 'playwright-core';
import { openGallery } from '../web/kit/gallery-page.ts';
import type { Result } from './timing.ts';

const samples = 12;
const framesEach = 20;
const pixelsAFrame = 60; // a hard flick

type Screen = { part: string; ready: string; name: string };

const screens: Screen[] = [
  { part: 'grid', ready: '[data-index="0"]:not([data-loading])', name: 'a grid of 100,000 rows' },
  { part: 'calendar', ready: '[role=gridcell]', name: 'a calendar of 200 managers by 30 days' },
];

/** Main-thread milliseconds (script, style, layout, paint) of one frame, by Chromium's own thread clock. */
export async function measureScreens(): Promise<Result[]> {
  const gallery = await openGallery();
  try {
    const results: Result[] = [];
    for (const { part, ready, name } of screens) {
      const page = await gallery.open(part);
      await page.locator(ready).first().waitFor();
      const times = await frameTimes(page);
      const p50 = times[Math.floor(times.length / 2)] as number;
      results.push({
        name: `scrolling ${name}, ${pixelsAFrame} px a frame`,
        p50,
        p95: times.at(-1) as number,
        budget: { text: '≤ 16 ms CPU a frame', holds: p50 <= 16 },
      });
    }
    return results;
  } finally {
    await gallery.close();
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
    await page.getByRole('grid').evaluate(
      async (element, { frames, pixels }) => {
        for (let frame = 0; frame < frames; frame++) {
          element.scrollTop += pixels;
          await new Promise(requestAnimationFrame);
        }
      },
      { frames: framesEach, pixels: pixelsAFrame },
    );
    times.push(((await spent()) - before) / framesEach);
  }
  return times.toSorted((a, b) => a - b);
}
