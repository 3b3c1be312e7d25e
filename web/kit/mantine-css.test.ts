/** mantine.css lists styles by hand, to stay small: a part in use without its line would stand unstyled. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const web = fileURLToPath(new URL('..', import.meta.url));
const styles = fileURLToPath(new URL('../../node_modules/@mantine/core/styles/', import.meta.url));

it('W-03 mantine.css has the styles of every Mantine part in use', () => {
  const listed = readFileSync(new URL('./mantine.css', import.meta.url), 'utf8');
  const missing = globSync('**/*.tsx', { cwd: web })
    .flatMap((file) => importedParts(readFileSync(`${web}/${file}`, 'utf8')))
    .filter((part) => existsSync(`${styles}${part}.css`) && !listed.includes(`/${part}.css`));
  expect([...new Set(missing)]).toEqual([]);
});

function importedParts(source: string): string[] {
  const imports = source.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g);
  return [...imports].flatMap(([, names = '']) => names.split(',').map((name) => name.trim()));
}
