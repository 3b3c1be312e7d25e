// The catalogues: both languages have the same ids with the same arguments, every message reads as ICU, every refusal has words, nothing is left over.
import { parse } from '@formatjs/icu-messageformat-parser';
import { refusalCodes } from '../../contract/refusal-codes.ts';
import { texts as en } from '../../web/texts/en/index.ts';
import { texts as ru } from '../../web/texts/ru/index.ts';
import { sourceFiles } from './source-files.ts';

type Element = { type: number; value?: string; options?: Record<string, { value: Element[] }> };

/** Texts whose ids are said by the server: by the code of a refusal, the name of a field, of an operation, of a doubt. */
const saidByServer = ['refusal.', 'field.', 'operation.', 'doubt.'];

function namesIn(elements: Element[]): string[] {
  return elements.flatMap((element) => {
    const own = element.type === 0 || element.type === 7 || element.type === 8 ? [] : [element.value ?? ''];
    const inner = Object.values(element.options ?? {}).flatMap((option) => namesIn(option.value));
    return [...own, ...inner];
  });
}

function argumentsOf(message: string): string {
  return [...new Set(namesIn(parse(message) as unknown as Element[]))].sort().join(',');
}

export function textFaults(): string[] {
  const faults: string[] = [];
  const catalogue = ru as Record<string, string>;
  const other = en as Record<string, string>;
  for (const id of Object.keys(other)) if (!(id in catalogue)) faults.push(`${id}: in English only`);
  for (const [id, message] of Object.entries(catalogue)) {
    if (!(id in other)) faults.push(`${id}: in Russian only`);
    else if (argumentsOf(message) !== argumentsOf(other[id] as string))
      faults.push(`${id}: the two languages have other arguments`);
  }
  return [...faults, ...refusalFaults(catalogue), ...leftOver(Object.keys(catalogue))];
}

/** Every code that a contract lists must have words. */
function refusalFaults(catalogue: Record<string, string>): string[] {
  return refusalCodes
    .filter((code) => !(`refusal.${code}` in catalogue))
    .map((code) => `refusal.${code}: listed in a contract, has no words`);
}

function leftOver(ids: string[]): string[] {
  const code = sourceFiles()
    .filter(({ path }) => path.startsWith('web/') && !path.startsWith('web/texts/'))
    .map(({ text }) => text)
    .join('\n');
  const families = [...code.matchAll(/`([a-zA-Z]+\.(?:[\w.]+\.)?)\$\{/g)].map(
    ([, family]) => family as string,
  );
  const isSaid = (id: string) =>
    code.includes(`'${id}'`) || [...saidByServer, ...families].some((family) => id.startsWith(family));
  return ids.filter((id) => !isSaid(id)).map((id) => `${id}: said nowhere`);
}
