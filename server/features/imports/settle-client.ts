// What a row of clients comes to against the base as it is now; planning and running decide by the same two functions.
import { formKinds } from '../../../contract/text/legal-form.ts';
import { may, reaches } from '../../platform/actor.ts';
import { type ClientCard, type ClientColumns, clientColumns, innKey } from '../clients/index.ts';
import type { StagedClient } from './client-row.ts';
import { isByNameOnly, type Match, type RowKeys } from './match-client.ts';
import { patchOf } from './merge-client.ts';
import { hasNames, type Reason, reasonAt, type Sheet } from './sheet.ts';

export type Settled =
  | { outcome: 'made'; input: StagedClient }
  | { outcome: 'changed' | 'same'; patch: StagedClient }
  | { outcome: 'refused'; reasons: Reason[] };

function refused(code: string, params: Reason['params'] = {}): Settled {
  return { outcome: 'refused', reasons: [reasonAt(undefined, code, params)] };
}

/** The keys of columns that `clientColumns` made. */
export function keysIn(columns: ClientColumns, company: boolean): RowKeys {
  const title = (columns.name as string | undefined) ?? '';
  return {
    name: (columns.name_key as string | undefined) ?? '',
    title,
    forms: formKinds(title),
    inn: innKey((columns.inn as string | undefined) ?? ''),
    phones: (columns.phone_keys as string[] | undefined) ?? [],
    emails: (columns.email_keys as string[] | undefined) ?? [],
    company,
  };
}

export function keysOf(
  { name, inn, phones, emails }: StagedClient,
  company: boolean,
  country: string,
): RowKeys {
  return keysIn(clientColumns({ name, inn, phones, emails }, country), company);
}

/** The match as the option for equal names has it; a reason where it refuses. */
export function wantedMatch(match: Match | null, { options }: Sheet): Match | null | Reason {
  if (!match || !isByNameOnly(match.score) || options.sameName === 'update') return match;
  if (options.sameName === 'make') return null;
  return reasonAt(undefined, 'reason.sameName', { id: match.client.seen ? match.client.id : null });
}

/** A row that nobody in the base is like. */
export function settleNew(sheet: Sheet, input: StagedClient): Settled {
  const { actor, options } = sheet;
  const byDefault = options.managerId === undefined ? actor.userId : options.managerId;
  const responsibleId = input.responsibleId ?? byDefault;
  if (!reaches(actor, 'clients', 'add', responsibleId as number | null)) return refused('reason.mayNotAdd');
  return { outcome: 'made', input: { ...input, responsibleId } };
}

/** A row that means a client of the base; without a card: of one that the actor may not view. */
export function settleKnown(sheet: Sheet, input: StagedClient, card: ClientCard | undefined): Settled {
  const { actor, options, firm } = sheet;
  if (!card) return refused('reason.othersClient');
  if (options.existing === 'skip') return { outcome: 'same', patch: {} };
  // A name made of a telephone names nobody that has a name.
  const given = hasNames(sheet) ? input : { ...input, name: undefined };
  const patch = patchOf(card, given, { overwrite: options.existing === 'overwrite', country: firm.country });
  if (Object.keys(patch).length === 0) return { outcome: 'same', patch };
  if (!card.mayChange || !may(actor, 'clients', 'change')) return refused('reason.mayNotChange');
  const goesTo = patch.responsibleId;
  if (typeof goesTo === 'number' && !reaches(actor, 'clients', 'add', goesTo))
    return refused('reason.mayNotAdd');
  return { outcome: 'changed', patch };
}
