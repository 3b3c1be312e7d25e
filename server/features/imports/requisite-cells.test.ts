// What a spreadsheet made of requisites.
import { expect, it } from 'vitest';
import { withFirstZero } from './requisite-cells.ts';

it('C-03 B-08 the first zero that a spreadsheet dropped is back where the number is right with it', () => {
  const cells: [field: string, text: string, kept: string][] = [
    ['inn', '274051582', '0274051582'],
    ['inn', '274051583', '274051583'],
    ['inn', '7707083893', '7707083893'],
    ['kpp', '27401001', '027401001'],
    ['kpp', '773601001', '773601001'],
    ['bik', '44525225', '044525225'],
    ['bik', '99999999', '99999999'],
    ['ogrn', '102770013219', '102770013219'],
  ];
  for (const [field, text, kept] of cells) expect([field, withFirstZero(field, text)]).toEqual([field, kept]);
});
