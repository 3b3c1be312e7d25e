/** The small shape that says a state's colour without colour. */
import { findTint } from './tints.ts';

/** Renders nothing for an unknown tint. Hidden from screen readers: the state's name stands beside it. */
export function TintGlyph({ tint }: { tint: string | undefined }) {
  const found = findTint(tint);
  if (!found) return null;
  return <i className="tint-glyph" aria-hidden data-tint={found.id} data-glyph={found.glyph} />;
}
