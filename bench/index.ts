// npm run bench: seeds a large base, starts the real server over it, and prints each screen's p50 and p95 beside the same rows asked bare.
// Options by environment: BENCH_TASKS (1,000,000), BENCH_CLIENTS (100,000), BENCH_MANAGERS (200), BENCH_DATA (a folder kept between runs).
import { startBase } from './base.ts';
import { measureAll } from './measures.ts';
import { printResults } from './report.ts';
import { measureScreens } from './screens.ts';
import { seed } from './seed.ts';

const size = {
  tasks: Number(process.env.BENCH_TASKS ?? 1_000_000),
  clients: Number(process.env.BENCH_CLIENTS ?? 100_000),
  managers: Number(process.env.BENCH_MANAGERS ?? 200),
};

const base = await startBase(process.env.BENCH_DATA);
try {
  await seed(base, size);
  const { results, failed } = await measureAll(base, size);
  const screens = await measureScreens();
  printResults(size, [...results, ...screens]);
  process.exitCode = failed || screens.some(({ budget }) => !budget?.holds) ? 1 : 0;
} finally {
  await base.stop();
}
