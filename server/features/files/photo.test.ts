// The photo behind the screens: one's own, a picture by its bytes, not too large, and not cleared away.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rightsAtLevel } from '../../../contract/kit/rights.ts';
import { makeWorld, type Person, sessionCookie, type World } from '../../testing/world.ts';

let world: World;
let other: Person;
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

beforeAll(async () => {
  world = await makeWorld();
  other = await world.join('Пётр', rightsAtLevel('own'));
});
afterAll(() => world.close());

async function sent(by: Person, payload: Buffer): Promise<number> {
  const headers = { cookie: `${sessionCookie}=${by.session}` };
  const answer = await world.app.server.inject({ method: 'PUT', url: '/files?name=a.png', headers, payload });
  return answer.json().id;
}

const photo = (by: Person) =>
  world.app.server.inject({
    method: 'GET',
    url: '/files/photo',
    headers: { cookie: `${sessionCookie}=${by.session}` },
  });

test('W-03: a picture is kept and shown to its owner alone', async () => {
  await world.keeper.ask('files.keepPhoto', { fileId: await sent(world.keeper, png) });
  const answer = await photo(world.keeper);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/png']);
  expect(answer.rawPayload.equals(png)).toBe(true);
  expect((await photo(other)).statusCode).toBe(404);
  expect(await world.keeper.ask('files.photo')).toEqual({ id: expect.any(Number) });
  expect(await other.ask('files.photo')).toEqual({ id: null });
});

test("W-03: what is no picture, too large or another's is refused and changes nothing", async () => {
  const refusal = async (fileId: number) =>
    (await world.keeper.tell('files.keepPhoto', { fileId })).refusal?.code;
  expect(await refusal(await sent(world.keeper, Buffer.from('<svg onload="x"/>')))).toBe('file.noPicture');
  const large = Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]);
  expect(await refusal(await sent(world.keeper, large))).toBe('file.tooLarge');
  expect(await refusal(await sent(other, png))).toBe('record.missing');
  expect((await photo(world.keeper)).statusCode).toBe(200);
});

test('W-03: who may do nothing has a photo of their own too', async () => {
  const guest = await world.join('Гость', rightsAtLevel('none'));
  await guest.ask('files.keepPhoto', { fileId: await sent(guest, png) });
  expect((await photo(guest)).statusCode).toBe(200);
});

test('W-03: a new photo takes the place of the old one, whose file goes', async () => {
  const fileId = await sent(world.keeper, Buffer.concat([png, Buffer.from('2')]));
  await world.keeper.ask('files.keepPhoto', { fileId });
  const { rows } = await world.app.house.writer.query(
    'select f.id from files f join photos p on p.file_id = f.id where p.person_id = $1',
    [world.keeper.id],
  );
  expect(rows.map(({ id }) => Number(id))).toEqual([fileId]);
  expect((await photo(world.keeper)).rawPayload.length).toBe(png.length + 1);
});
