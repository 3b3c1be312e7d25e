// Pure: whether two clients are one, and which of several is meant.
import { fold } from '../../../contract/text/fold.ts';
import type { ClientKeys, KnownClient } from '../clients/index.ts';
import { nameKeyFrom } from '../clients/index.ts';

/** Keys of a row; `company`: its name is a company's, so another telephone is another person there, not another client. */
export type RowKeys = ClientKeys & { company: boolean };

const weights = { inn: 8, email: 4, phone: 2, name: 1 };

function meet(left: string[], right: string[]): boolean {
  return left.some((key) => right.includes(key));
}

function differ(left: string[], right: string[]): boolean {
  return left.length > 0 && right.length > 0 && !meet(left, right);
}

function isSameTitle(one: ClientKeys, other: ClientKeys): boolean {
  return fold(one.title) === fold(other.title);
}

/** A key of one letter or two says something only where the whole names are equal. */
function isSameName(one: ClientKeys, other: ClientKeys): boolean {
  if (one.name !== other.name || one.name === '') return false;
  if (one.name.length < nameKeyFrom && !isSameTitle(one, other)) return false;
  return !differ(one.forms, other.forms);
}

/**
 * How much speaks for one client; 0: they are two. Different INN are always two. Telephone, e-mail and INN match by themselves; an
 * equal name does unless the legal forms, or a person's telephones or e-mails, contradict.
 */
export function likeness(row: RowKeys, other: ClientKeys): number {
  if (row.inn !== '' && other.inn !== '' && row.inn !== other.inn) return 0;
  const strong =
    (row.inn !== '' && row.inn === other.inn ? weights.inn : 0) +
    (meet(row.emails, other.emails) ? weights.email : 0) +
    (meet(row.phones, other.phones) ? weights.phone : 0);
  const sameName = isSameName(row, other);
  if (strong > 0) return strong + (sameName ? weights.name : 0);
  const contradicted = !row.company && (differ(row.phones, other.phones) || differ(row.emails, other.emails));
  return sameName && !contradicted ? weights.name : 0;
}

export function isByNameOnly(score: number): boolean {
  return score === weights.name;
}

export type Match = { client: KnownClient; score: number };

/** The client that the row means: the likeliest, of equals the one whose name is written so, then the oldest; null: none. */
export function bestMatch(row: RowKeys, known: KnownClient[]): Match | null {
  const scored = known
    .map((client) => ({ client, score: likeness(row, client) }))
    .filter(({ score }) => score > 0);
  return (
    scored.toSorted(
      (left, right) =>
        right.score - left.score ||
        Number(isSameTitle(row, right.client)) - Number(isSameTitle(row, left.client)) ||
        left.client.id - right.client.id,
    )[0] ?? null
  );
}

/** A name with its form too: of equal names with contradicting forms each has a word of its own. */
function nameWords({ name, title, forms }: Pick<ClientKeys, 'name' | 'title' | 'forms'>): string[] {
  if (name === '') return [];
  if (name.length < nameKeyFrom) return [`title ${fold(title)}`];
  return [name, ...forms.map((form) => `${name} (${form})`)].map((word) => `name ${word}`);
}

/** Keys as words of one index: those of a chunk's candidates, and those of the lines before. */
export function keyWords({ inn, phones, emails, name, title, forms }: ClientKeys): string[] {
  return [
    ...(inn === '' ? [] : [`inn ${inn}`]),
    ...phones.map((phone) => `phone ${phone}`),
    ...emails.map((email) => `email ${email}`),
    ...nameWords({ name, title, forms }),
  ];
}

/** Candidates of a shared switchboard number are not all looked at. */
const candidatesAtMost = 50;

/** Finds candidates by any key. */
export function indexOf(clients: KnownClient[]): (keys: ClientKeys) => KnownClient[] {
  const index = new Map<string, KnownClient[]>();
  for (const client of clients)
    for (const word of keyWords(client)) {
      const same = index.get(word) ?? [];
      if (same.length < candidatesAtMost) same.push(client);
      index.set(word, same);
    }
  return (keys) => [...new Set(keyWords(keys).flatMap((word) => index.get(word) ?? []))];
}
