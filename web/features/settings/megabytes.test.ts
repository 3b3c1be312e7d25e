// What of the room for files is used, in megabytes.
import { describe, expect, it } from 'vitest';
import { megabytes } from './megabytes.ts';

describe('W-07 megabytes', () => {
  it.each([
    [0, 0],
    [1, 0.01],
    [5898, 0.01],
    [1024 * 1024, 1],
    [3.5 * 1024 * 1024, 3.5],
    [10.2 * 1024 * 1024, 11],
  ])('%i bytes are %d', (bytes, expected) => expect(megabytes(bytes)).toBe(expected));
});
