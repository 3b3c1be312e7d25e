// What a task says on paper, the same in the preview and in the file: a column each, its lines one under another. Pure.
import type { PrintedTask } from './tasks.ts';
import type { Format } from './text/format.ts';

/** Of the width of the paper, per cent. */
export const printedShares = {
  id: 9,
  at: 16,
  clientId: 20,
  lastDone: 16,
  description: 20,
  results: 19,
};
export type PrintedColumn = keyof typeof printedShares;
export const printedColumns = Object.keys(printedShares) as PrintedColumn[];

type Around = { format: Format; entryName(id: number | null): string; personName(id: number | null): string };

export function printedCells(row: PrintedTask, { format, entryName, personName }: Around) {
  const { client, last } = row;
  return {
    id: String(row.id),
    when: row.at ? format.paperMoment(row.at, row.hasTime) : '',
    state: entryName(row.stateId),
    manager: personName(row.managerId),
    setAt: format.paperStamp(row.setAt),
    client: row.clientName ?? '',
    /** Each once. */
    clientLines: [
      ...new Set([client?.address, client?.line, client?.phones.join(', '), client?.contactPersons]),
    ].filter((line): line is string => line !== undefined && line !== ''),
    last: last
      ? [`${format.paperMoment(last.doneAt, false)} ${entryName(last.typeId)}`.trim(), last.text]
      : [],
    type: entryName(row.typeId),
    description: row.description,
    results: row.results,
    /** Room to write by hand. */
    ruled: row.results === '' && row.isOpen,
  };
}

export type PrintedCells = ReturnType<typeof printedCells>;
