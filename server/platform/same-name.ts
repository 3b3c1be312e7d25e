// Two of a kind under one name are one too many: people could not tell which they choose.
import { fold } from '../../contract/text/fold.ts';
import { refuseFields } from './refusals.ts';

export type Named = { name: string; archived?: boolean };

/** Refuses at `path` a name that one of the others has, whatever its case, its spaces and its ё. */
export function mustBeOnlyOne(name: string, others: Named[], path: string): void {
  const same = others.find((other) => fold(other.name) === fold(name));
  if (!same) return;
  const code = same.archived ? 'fault.sameNameArchived' : 'fault.sameName';
  refuseFields([{ path, code, params: { name: same.name } }]);
}
