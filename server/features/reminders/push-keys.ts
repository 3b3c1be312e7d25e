// By which push services know this house (VAPID, RFC 8292): made at the first start, the private one sealed with the house's key.
import webpush from 'web-push';
import { sql } from '../../platform/db/sql.ts';
import type { Rows } from '../../platform/db/transaction.ts';
import { seal, unseal } from '../../platform/sealing.ts';

const purpose = 'push keys';

export type PushKeys = { publicKey: string; privateKey: string };

/** The keys of this house; whichever process comes first makes them. */
export async function pushKeys(rows: Rows, key: Buffer): Promise<PushKeys> {
  return (await readKeys(rows, key)) ?? (await makeKeys(rows, key));
}

async function readKeys(rows: Rows, key: Buffer): Promise<PushKeys | null> {
  const row = await rows.one(sql<{ publicKey: string; sealed: Buffer }>`
    select public_key as "publicKey", sealed_private_key as sealed from push_keys`);
  return row ? { publicKey: row.publicKey, privateKey: unseal(key, purpose, row.sealed) } : null;
}

async function makeKeys(rows: Rows, key: Buffer): Promise<PushKeys> {
  const { publicKey, privateKey } = webpush.generateVAPIDKeys();
  await rows.rows(sql`
    insert into push_keys (id, public_key, sealed_private_key, made_at)
    values (1, ${publicKey}, ${seal(key, purpose, privateKey)}, ${rows.now}) on conflict do nothing`);
  return (await readKeys(rows, key)) as PushKeys;
}
