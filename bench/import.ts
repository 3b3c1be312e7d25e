// An import at full size: a table of clients is looked through for duplicates, brought in, and taken back, so that the base stays as it was.
import type { ImportView } from '../contract/imports.ts';
import type { Base } from './base.ts';
import type { Result } from './timing.ts';

const rows = 100_000;
const pause = 100; // ms between two looks at the progress

/** Telephones and addresses that the base does not have, so that every row is looked for and none is found. */
function table(): string {
  const mark = Date.now().toString(36);
  const lines = Array.from({ length: rows }, (_, i) => {
    const phone = `8 (8${20 + (i % 60)}) ${String(1_000_000 + i).replace(/(\d{3})(\d\d)(\d\d)/, '$1-$2-$3')}`;
    return `ООО «Предприятие ${mark}-${i}»;Иванов Пётр ${i};${phone};office${i}@firm${mark}-${i % 977}.example;${i % 3 === 0 ? 'Постоянный' : 'Новенький'};г. Москва, ул. Ленина, д. ${i % 200};тег${i % 50}`;
  });
  return `Название;Контактное лицо;Телефон;E-mail;Статус;Адрес;Теги\n${lines.join('\n')}\n`;
}

export async function measureImport(base: Base): Promise<Result[]> {
  const { id: fileId } = JSON.parse(await base.upload('bench.csv', table()));
  const { row } = JSON.parse(await base.call('imports.create', { fileId, kind: 'clients' })) as {
    row: ImportView;
  };
  const { id } = row;
  const planned = await until(base, id, 'planned', () =>
    base.call('imports.plan', { id, mapping: row.suggested, options: { sameName: 'make' } }),
  );
  const done = await until(base, id, 'done', () => base.call('imports.run', { id }));
  if (done.view.counts?.made !== rows) throw new Error(`${JSON.stringify(done.view.counts)} were made`);
  const started = performance.now();
  await base.call('operations.undo', { id: done.view.operation });
  const undone = performance.now() - started;
  return [
    result('import of 100,000 clients: duplicates are looked for', planned.ms, 3000),
    result('import of 100,000 clients: they are brought in', done.ms, 3000),
    result('import of 100,000 clients: it is taken back', undone),
  ];
}

function result(name: string, ms: number, least?: number): Result {
  const perSecond = Math.round(rows / (ms / 1000));
  const text = `≥ ${least} rows/s`;
  return {
    name,
    p50: ms,
    p95: ms,
    ...(least ? { budget: { text, holds: perSecond >= least } } : {}),
    note: `${perSecond} rows/s`,
  };
}

async function until(base: Base, id: number, status: ImportView['status'], begin: () => Promise<unknown>) {
  const started = performance.now();
  await begin();
  for (;;) {
    const view: ImportView = JSON.parse(await base.ask('imports.get', { input: JSON.stringify({ id }) }));
    if (view.status === status) return { view, ms: performance.now() - started };
    if (view.status === 'failed' || view.status === 'stopped') throw new Error(`the import ${view.status}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
