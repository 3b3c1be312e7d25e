// What a history says of one of several phones, e-mails or tags.
import { expect, test } from 'vitest';
import { itemText } from './item-text.ts';

test('C-05 a phone is told with its note: a change of the note alone can be seen', () => {
  const phone = { value: '84951112233', shown: '+7 495 111-22-33', note: '' };
  expect(itemText(phone)).toBe('+7 495 111-22-33');
  expect(itemText({ ...phone, note: 'склад' })).toBe('+7 495 111-22-33 (склад)');
  expect(itemText({ value: 'a@b.ru', note: 'офис' })).toBe('a@b.ru (офис)');
  expect(itemText('vip')).toBe('vip');
});
