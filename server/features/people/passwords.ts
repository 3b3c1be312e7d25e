// Passwords by argon2id, tokens by random bytes; only hashes are kept.
import { argon2, createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;

/** `argon2id$<memory>$<passes>$<salt>$<hash>`, so that a later cost can stand beside this one. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const hash = await derive('argon2id', { ...cost, message: normal(password), nonce });
  return ['argon2id', cost.memory, cost.passes, nonce.toString('base64url'), hash.toString('base64url')].join(
    '$',
  );
}

/** True where the password is the one of the hash. A missing hash costs the same time as a wrong password. */
export async function isPassword(password: string, stored: string | undefined): Promise<boolean> {
  const [, memory, passes, salt, hash] = (
    stored ?? `argon2id$${cost.memory}$${cost.passes}$${'A'.repeat(22)}$`
  ).split('$');
  const nonce = Buffer.from(salt ?? '', 'base64url');
  const made = await derive('argon2id', {
    ...cost,
    memory: Number(memory),
    passes: Number(passes),
    message: normal(password),
    nonce,
  });
  const known = Buffer.from(hash ?? '', 'base64url');
  return known.length === made.length && timingSafeEqual(known, made);
}

/** The same password typed on another keyboard must be the same bytes. */
function normal(password: string): string {
  return password.normalize('NFC');
}

export function makeToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
