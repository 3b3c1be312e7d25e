// Which addresses from outside may be spoken to.
import { get } from 'node:https';
import { expect, it } from 'vitest';
import { isPublicAddress, isPublicUrl, publicAgent } from './public-hosts.ts';

it.each([
  'http://push.example.com/a',
  'https://localhost/a',
  'https://push.localhost/a',
  'https://intranet/a',
  'https://printer.local/a',
  'https://metadata.google.internal/a',
  'https://127.0.0.1/a',
  'https://2130706433/a',
  'https://0x7f.1/a',
  'https://[::1]/a',
  'https://10.0.0.5/a',
  'https://8.8.8.8/a',
  'https://me:secret@push.example.com/a',
  'ftp://push.example.com',
  'push.example.com',
  '',
])('O-03 %s is not spoken to', (address) => {
  expect(isPublicUrl(address)).toBe(false);
});

it('O-03 push services of browsers are', () => {
  for (const host of ['fcm.googleapis.com', 'updates.push.services.mozilla.com', 'web.push.apple.com'])
    expect(isPublicUrl(`https://${host}/send/abc`)).toBe(true);
});

it('O-03 addresses of this machine and its neighbours are known in every spelling', () => {
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '::1',
    '::',
    'fe80::1',
  ])
    expect([address, isPublicAddress(address)]).toEqual([address, false]);
  for (const address of ['::ffff:127.0.0.1', '::ffff:a00:1', 'fd00::1', '64:ff9b::7f00:1', 'no address'])
    expect([address, isPublicAddress(address)]).toEqual([address, false]);
  for (const address of ['8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8'])
    expect([address, isPublicAddress(address)]).toEqual([address, true]);
});

it('O-03 a name that leads to this machine leads nowhere', async () => {
  const told = await new Promise<Error>((resolve) => {
    get('https://localhost:1/', { agent: publicAgent }).on('error', resolve);
  });
  expect(told.message).toMatch(/no public address/);
});
