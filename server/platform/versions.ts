// No silent loss: a write that has not seen the latest version is refused with the row as it stands now.
import { refuse } from './refusals.ts';

/** Refuses `record.stale` with the current row, so that the screen can merge field by field. */
export function mustBeFresh(current: { version: number }, seen: number): void {
  if (current.version !== seen) refuse('record.stale', { version: current.version }, { current });
}
