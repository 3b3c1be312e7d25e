// Why a task was found, where what one reads of it does not say so. Pure.
import type { TaskRow } from '../../../contract/tasks.ts';
import { rank } from './match.ts';

export type Place = 'description' | 'results' | 'managerId' | 'typeId' | 'stateId' | 'clientPhone' | 'tags';

type Names = { person(id: number | null): string; entry(id: number | null): string };

/** The field that holds what was typed, with the part of it; null where the first line or the client's name does, or none. */
export function whyFound(
  row: TaskRow,
  needles: string[],
  { person, entry }: Names,
): { field: Place; text: string } | null {
  const [first = '', ...more] = row.description.split('\n');
  const holds = (text: string) => rank(text, needles) !== undefined;
  if (holds(first) || holds(row.clientName ?? '')) return null;
  const parts: [Place, string[]][] = [
    ['description', more],
    ['results', row.results.split('\n')],
    ['managerId', [person(row.managerId)]],
    ['typeId', [entry(row.typeId)]],
    ['stateId', [entry(row.stateId)]],
    ['clientPhone', [row.clientPhone ?? '']],
    ['tags', row.tags],
  ];
  for (const [field, texts] of parts) {
    const text = texts.find(holds);
    if (text) return { field, text: text.trim() };
  }
  return null;
}
