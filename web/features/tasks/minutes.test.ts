// Minutes of a task as they are typed.
import { describe, expect, it } from 'vitest';
import { readMinutes } from './minutes.ts';

describe('T-01 minutes of a task', () => {
  it('are whole ones of the range; nothing typed is none', () => {
    expect(['1', ' 90 ', '44640', '', '  '].map(readMinutes)).toEqual([1, 90, 44_640, null, null]);
  });

  it('are refused otherwise, never made into others', () => {
    for (const text of ['-5', '0', '1.5', '1,5', '44641', '99999999', 'abc', '1e3', '5 мин'])
      expect(readMinutes(text), text).toBeUndefined();
  });
});
