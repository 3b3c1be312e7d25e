// Results as a table for the eye.

import type { Size } from './seed.ts';
import type { Result } from './timing.ts';

const ms = (value: number) => value.toFixed(value < 10 ? 2 : 1).padStart(8);

export function printResults(size: Size, results: Result[]): void {
  const count = new Intl.NumberFormat('en');
  console.log(
    `\n${count.format(size.tasks)} tasks, ${count.format(size.clients)} clients, ${count.format(size.managers)} managers; milliseconds\n`,
  );
  console.log(
    `${'what'.padEnd(62)}${'p50'.padStart(8)}${'p95'.padStart(8)}${'server'.padStart(9)}${'bare p50'.padStart(10)}${'ratio'.padStart(7)}  budget`,
  );
  for (const { name, p50, p95, server, bare, budget, note } of results) {
    const beside = bare
      ? `${ms(bare.p50).padStart(10)}${((server?.p50 ?? p50) / bare.p50).toFixed(1).padStart(7)}`
      : ''.padStart(17);
    const verdict = budget ? `${budget.holds ? 'holds' : 'FAILS'}: ${budget.text}` : '';
    console.log(
      `${name.slice(0, 61).padEnd(62)}${ms(p50)}${ms(p95)}${server ? ms(server.p50).padStart(9) : ''.padStart(9)}${beside}  ${[verdict, note].filter(Boolean).join('; ')}`,
    );
  }
}
