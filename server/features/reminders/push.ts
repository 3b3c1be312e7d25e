// The pusher: brings reminders to the push services of browsers (RFC 8030, 8291, 8292). At least once; a second one replaces the first there.
import { type Agent, request } from 'node:https';
import webpush from 'web-push';
import { present, type Rows } from '../../platform/db/transaction.ts';
import type { House } from '../../platform/house.ts';
import { publicAgent } from '../../platform/public-hosts.ts';
import { actorOf, contactOf } from '../people/index.ts';
import { type PushKeys, pushKeys } from './push-keys.ts';
import { dropMessage, dropSubscription, type Message, putOffMessage, takeMessages } from './push-queue.ts';
import { type PushText, pushText } from './push-texts.ts';

const lookEvery = 15_000; // ms; covers a wake that was lost, and what was put off
const patience = 10_000; // ms from the first byte sent to the answer's status, whatever the service does
const lifetime = 60 * 60; // seconds for which a push service keeps it for a browser that is off

type Pusher = { stop(): Promise<void> };

/** Sends what is due from now on, and whenever something falls due. */
export function startPusher(house: House, key: Buffer): Pusher {
  let running: Promise<unknown> = Promise.resolve();
  const look = () => {
    running = running
      .then(() => pushDue(house, { key }))
      .catch((error) => house.log.error({ error: error.message }, 'push.failed'));
  };
  const unhear = house.waker.hear((told) => {
    if (told.some(({ name }) => name === 'reminder.reached')) look();
  });
  const timer = setInterval(look, lookEvery);
  look();
  return {
    async stop() {
      clearInterval(timer);
      unhear();
      await running;
    },
  };
}

type Means = {
  key: Buffer;
  /** Left out: connections to the public internet only. */
  agent?: Agent;
  /** Milliseconds that a push service has to answer. */
  within?: number;
};

/** Sends all that is due, to the end. */
export async function pushDue(
  house: House,
  { key, agent = publicAgent, within = patience }: Means,
): Promise<void> {
  const keys = await pushKeys(present(house), key);
  for (let taken = await take(house); taken.length > 0; taken = await take(house)) {
    const contact = await contactOf(present(house));
    await Promise.all(taken.map((message) => deliver(house, message, { keys, agent, contact, within })));
  }
}

const take = (house: House) => takeMessages(present(house));

type Line = { keys: PushKeys; agent: Agent; contact: string; within: number };

async function deliver(house: House, message: Message, line: Line): Promise<void> {
  const rows = present(house);
  const text = await textFor(rows, message);
  if (text === null) return dropMessage(rows, message.id);
  const status = await send(message, text, line);
  if (status >= 200 && status < 300) return dropMessage(rows, message.id);
  house.log.warn({ status, subscription: message.subscriptionId }, 'push.notTaken');
  if (status === 404 || status === 410) return dropSubscription(rows, message.subscriptionId);
  return status >= 400 && status < 500 && status !== 429
    ? dropMessage(rows, message.id)
    : putOffMessage(present(house), message);
}

async function textFor(rows: Rows, { personId, reminderIds }: Message): Promise<PushText | null> {
  const actor = await actorOf(rows, personId);
  return actor && pushText(rows, actor, reminderIds);
}

/** The status of the push service; 0 where nothing can be sealed for the browser's key, it could not be reached, or did not answer in time. */
async function send(
  { endpoint, p256dh, auth }: Message,
  text: PushText,
  { keys, agent, contact, within }: Line,
): Promise<number> {
  try {
    const browser = { endpoint, keys: { p256dh, auth } };
    const sealed = webpush.generateRequestDetails(browser, JSON.stringify(text), {
      vapidDetails: { subject: `mailto:${contact}`, ...keys },
      contentEncoding: 'aes128gcm',
      TTL: lifetime,
      urgency: 'high',
      topic: text.tag,
    });
    return await statusOf(sealed, { agent, within });
  } catch {
    return 0;
  }
}

type Sealed = { endpoint: string; method: string; headers: object; body: Buffer };

/** Its status is all that is asked: a service that talks on, or not at all, keeps nobody waiting for theirs. */
function statusOf(
  { endpoint, method, headers, body }: Sealed,
  { agent, within }: Pick<Line, 'agent' | 'within'>,
): Promise<number> {
  const signal = AbortSignal.timeout(within);
  return new Promise((resolve, reject) => {
    const asked = request(endpoint, { method, headers: { ...headers }, agent, signal }, (answer) => {
      resolve(answer.statusCode ?? 0);
      answer.destroy();
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
