// A push service of our own for tests (RFC 8030 over HTTPS), and a browser that opens what it is sent (RFC 8291), written anew from the RFCs.
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Agent, createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

const host = 'push.test.example';

/** A certificate for that name and its key, which nobody else trusts or uses. */
const certificate = `-----BEGIN CERTIFICATE-----
MIIBrTCCAVOgAwIBAgIUOM136MDC+ro//6wCiuYWSW/kLWEwCgYIKoZIzj0EAwIw
HDEaMBgGA1UEAwwRcHVzaC50ZXN0LmV4YW1wbGUwIBcNMjYxMTI1MDE0MjU2WhgP
MjEyNjExMDEwMTQyNTZaMBwxGjAYBgNVBAMMEXB1c2gudGVzdC5leGFtcGxlMFkw
EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEMoKrm0hBRXii9c6xjC78otCXH1sHb2N8
TwKRZbaRo+ZnhtIAIqlzHEfQrrM0nmmQUbSuvZhVZzMIBLIGFKGC46NxMG8wHQYD
VR0OBBYEFBp18grxeCvtV2/uwpxjaUHfc+bBMB8GA1UdIwQYMBaAFBp18grxeCvt
V2/uwpxjaUHfc+bBMA8GA1UdEwEB/wQFMAMBAf8wHAYDVR0RBBUwE4IRcHVzaC50
ZXN0LmV4YW1wbGUwCgYIKoZIzj0EAwIDSAAwRQIhAKTXI01UcKvDJW0is96nHCPN
TdXMaPUlkX7YQCRaeu0qAiBH7S07Jdl55Df8xjm9DNNUl1P9BQIi706gzWKa4aD6
Pw==
-----END CERTIFICATE-----`;
const certificateKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgQu41mhu0BSb8FOeK
Y1YkRl6oZuiUQdg6QCHJkSPtjNKhRANCAAQygqubSEFFeKL1zrGMLvyi0JcfWwdv
Y3xPApFltpGj5meG0gAiqXMcR9CuszSeaZBRtK69mFVnMwgEsgYUoYLj
-----END PRIVATE KEY-----`;

export type Received = { path: string; headers: IncomingHttpHeaders; body: Buffer };

export type PushService = {
  received: Received[];
  /** What it answers from now on. */
  answers(status: number): void;
  /** `endless` answers and talks on, `silent` never answers. */
  endpoint(name: string): string;
  /** Leads the service's name to it, and trusts its certificate. */
  agent: Agent;
  close(): Promise<void>;
};

export async function openPushService(): Promise<PushService> {
  const received: Received[] = [];
  let status = 201;
  const server = createServer({ cert: certificate, key: certificateKey }, async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    received.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(pieces) });
    if (request.url === '/silent') return;
    response.writeHead(status);
    if (request.url !== '/endless') return response.end();
    const timer = setInterval(() => response.write('.'), 20);
    response.on('close', () => clearInterval(timer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({
    ca: certificate,
    lookup: (_host, options, found) =>
      options.all ? found(null, [{ address: '127.0.0.1', family: 4 }]) : found(null, '127.0.0.1', 4),
  });
  return {
    received,
    answers(next) {
      status = next;
    },
    endpoint: (name) => `https://${host}:${port}/${name}`,
    agent,
    close: () =>
      new Promise((resolve) => {
        agent.destroy();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const derive = (secret: Buffer, salt: Buffer, info: Buffer, length: number) =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length));

/** What a browser keeps of its subscription, and how it opens a message. */
export function openBrowser() {
  const own = createECDH('prime256v1');
  const publicKey = own.generateKeys();
  const auth = randomBytes(16);
  return {
    keys: { p256dh: publicKey.toString('base64url'), auth: auth.toString('base64url') },
    /** RFC 8188 and 8291: salt, record size, the sender's key, then one record with its padding. */
    open(body: Buffer): string {
      const salt = body.subarray(0, 16);
      const keyLength = body.readUInt8(20);
      const sender = body.subarray(21, 21 + keyLength);
      const record = body.subarray(21 + keyLength);
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender]);
      const secret = derive(own.computeSecret(sender), auth, info, 32);
      const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
      const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
      const decipher = createDecipheriv('aes-128-gcm', key, nonce);
      decipher.setAuthTag(record.subarray(-16));
      const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()]);
      return plain.subarray(0, plain.lastIndexOf(2)).toString('utf8');
    },
  };
}

export type Claims = { aud: string; exp: number; sub: string };

/** RFC 8292: the claims of a token that the given public key has signed; throws where it has not. */
export function claimsOf(authorization: string, publicKey: string): Claims {
  const [, token = '', named] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(publicKey, 'base64url');
  const coordinate = (from: number) => point.subarray(from, from + 32).toString('base64url');
  const key = createPublicKey({
    format: 'jwk',
    key: { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) },
  });
  const signed = Buffer.from(`${head}.${claims}`);
  const isSigned = verify(
    'sha256',
    signed,
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!isSigned || named !== publicKey) throw new Error('another key has signed this');
  return JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
}
