/** The palette's promises: AA text, visible bars, different for colour-blind eyes, CSS equal to the table. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, seenDistance, type Vision } from './contrast.ts';
import { findTint, tints } from './tints.ts';

/** `--ink` and `--ink-soft` of theme.css. */
const inks = { light: ['#1f1d1a', '#5c5750'], dark: ['#e8e5df', '#b3ada4'] };
const visions: Vision[] = ['normal', 'protan', 'deutan', 'tritan'];
const pairs = tints.flatMap((one, index) => tints.slice(index + 1).map((other) => [one, other] as const));

describe('T-03 state tints', () => {
  it('T-03 are twelve, each with an id and a glyph of its own', () => {
    expect(tints.length).toBe(12);
    expect(new Set(tints.map((tint) => tint.id)).size).toBe(12);
    expect(new Set(tints.map((tint) => tint.glyph)).size).toBe(12);
    expect(findTint('no such tint')).toBeUndefined();
  });

  it.each(tints)('T-03 $id keeps text readable in light and dark', (tint) => {
    for (const scheme of ['light', 'dark'] as const)
      for (const ink of inks[scheme]) expect(contrast(ink, tint[scheme])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(tints)('T-03 $id has a bar and a glyph of 3:1 on its own row', (tint) => {
    expect(contrast(tint.bar.light, tint.light)).toBeGreaterThanOrEqual(3);
    expect(contrast(tint.bar.dark, tint.dark)).toBeGreaterThanOrEqual(3);
  });

  it.each(visions)('T-03 bars differ for %s eyes', (vision) => {
    for (const [one, other] of pairs)
      for (const scheme of ['light', 'dark'] as const)
        expect(seenDistance(one.bar[scheme], other.bar[scheme], vision)).toBeGreaterThan(0.035);
  });

  it('T-03 say the same in tints.css', () => {
    const css = readFileSync(new URL('./tints.css', import.meta.url), 'utf8');
    for (const tint of tints) {
      expect(css).toContain(
        `[data-tint="${tint.id}"] {\n  --tint: light-dark(${tint.light}, ${tint.dark});\n  --tint-bar: light-dark(${tint.bar.light}, ${tint.bar.dark});`,
      );
      expect(css).toContain(`[data-glyph="${tint.glyph}"]`);
    }
  });
});
