// Who is already there: by the same normal forms that every write makes.
import type { Duplicate } from '../../../contract/clients.ts';
import { companyKey } from '../../../contract/text/legal-form.ts';
import { readPhone } from '../../../contract/text/phone.ts';
import type { Actor } from '../../platform/actor.ts';
import { sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';
import { clientsReached } from './access.ts';
import { emailKey, innKey, nameKeyFrom } from './rules.ts';

export type Typed = {
  exceptId?: number | undefined;
  name: string;
  inn: string;
  phones: string[];
  emails: string[];
};

/** More are not shown while typing. */
const atMost = 10;

/** Clients that share a phone, an e-mail, an INN or the name without legal form; strong keys first. */
export async function findDuplicates(
  rows: Rows,
  actor: Actor,
  typed: Typed,
  country: string,
): Promise<Duplicate[]> {
  const phones = typed.phones.flatMap((phone) => readPhone(phone, country).e164 ?? []);
  const emails = typed.emails.map(emailKey).filter((email) => email.includes('@'));
  const inn = innKey(typed.inn);
  const key = companyKey(typed.name);
  const name = key.length >= nameKeyFrom ? key : '';
  return rows.rows(sql<Duplicate>`
    select t.id, case when ${clientsReached(actor, 'view')} then t.name else '' end as name, 
      case when ${clientsReached(actor, 'view')} then p.name end as "responsibleName",
      array_remove(array[
        case when t.phone_keys && ${phones}::text[] then 'phone' end,
        case when t.email_keys && ${emails}::text[] then 'email' end,
        case when t.inn = ${inn} and ${inn} <> '' then 'inn' end,
        case when t.name_key = ${name} and ${name} <> '' then 'name' end], null) as by
    from clients t left join pub_people p on p.id = t.responsible_id
    where t.id is distinct from ${typed.exceptId ?? null} and (t.phone_keys && ${phones}::text[] or t.email_keys && ${emails}::text[]
      or (t.inn = ${inn} and t.inn <> '') or (t.name_key = ${name} and ${name} <> ''))
    order by cardinality(array_remove(array[case when t.name_key = ${name} then 1 end], null)), t.id limit ${atMost}`);
}
