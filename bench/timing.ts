// How long something takes, again and again.

export type Result = {
  name: string;
  /** As the one who asks sees it, over HTTP. */
  p50: number;
  p95: number;
  /** As the server's own clock says. */
  server?: { p50: number; p95: number };
  /** The same rows asked bare through the driver. */
  bare?: { p50: number; p95: number };
  /** What DESIGN.md allows. */
  budget?: { text: string; holds: boolean };
  note?: string;
};

const rounds = 60;
/** Rounds that are not counted: a server that has just started compiles its code as it meets it. */
export const warmUp = 100;

export async function timed(work: (n: number) => Promise<unknown>, count = rounds, before = warmUp) {
  for (let n = 0; n < before; n++) await work(n);
  const times: number[] = [];
  for (let n = 0; n < count; n++) {
    const started = performance.now();
    await work(before + n);
    times.push(performance.now() - started);
  }
  return quantiles(times);
}

export function quantiles(times: number[]): { p50: number; p95: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(sorted.length * part)] as number;
  return { p50: at(0.5), p95: at(0.95) };
}
