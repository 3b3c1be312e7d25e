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

type Work = (n: number) => Promise<unknown>;

export async function timed(work: Work, count = rounds, before = warmUp) {
  return (await timedByTurns([work], count, before))[0] as Quantiles;
}

/**
 * Several works by turns: a disk and a processor that were idle for a moment take twice as long for the same, so what is to be
 * compared must meet them in the same mood; a bare statement in a tight loop does not.
 */
export async function timedByTurns(works: Work[], count = rounds, before = warmUp): Promise<Quantiles[]> {
  const times = works.map((): number[] => []);
  for (let n = 0; n < before + count; n++)
    for (const [which, work] of works.entries()) {
      const started = performance.now();
      await work(n);
      if (n >= before) times[which]?.push(performance.now() - started);
    }
  return times.map(quantiles);
}

export type Quantiles = { p50: number; p95: number };

export function quantiles(times: number[]): Quantiles {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(sorted.length * part)] as number;
  return { p50: at(0.5), p95: at(0.95) };
}
