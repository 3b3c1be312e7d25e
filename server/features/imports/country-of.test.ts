import { describe, expect, it } from 'vitest';
import { readPhone } from '../../../contract/text/phone.ts';
import { countryOf, dialledFrom } from './country-of.ts';

describe('B-08 C-06 the country of a row', () => {
  it.each([
    ['Germany', 'DE'],
    [' германия ', 'DE'],
    ['de', 'DE'],
    ['UK', 'GB'],
    ['USA', 'US'],
    ['Российская Федерация', 'RU'],
    ['Белоруссия', 'BY'],
    ['Тридевятое царство', undefined],
    ['', undefined],
  ])('%j is %s', (name, code) => {
    expect(countryOf(name)).toBe(code);
  });

  it('says which country a telephone is of', () => {
    expect(dialledFrom('030-0074321', 'DE')).toBe('+49 30 0074321');
    expect(readPhone(dialledFrom('(604) 555-4729 ext. 12', 'CA'))).toMatchObject({
      e164: '+16045554729',
      extension: '12',
    });
    for (const own of ['+7 921 555-00-00', '0049 30 0074321', 'спросить Анну'])
      expect(dialledFrom(own, 'DE')).toBe(own);
  });
});
