// Sealing: what goes in comes out, with the same key and for the same purpose only.
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seal, unseal } from './sealing.ts';

const key = randomBytes(32);

it('R-05 what was sealed is opened by the same key for the same purpose, and by nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, at) => {
      const sealed = seal(key, 'tests', text);
      expect(unseal(key, 'tests', sealed)).toBe(text);
      expect(() => unseal(randomBytes(32), 'tests', sealed)).toThrow();
      expect(() => unseal(key, 'other', sealed)).toThrow();
      const changed = Buffer.from(sealed);
      changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ 1;
      expect(() => unseal(key, 'tests', changed)).toThrow();
    }),
    { numRuns: 50 },
  );
});
