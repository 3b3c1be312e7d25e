// This browser's own part of push: whether it can, whether it may, and its subscription.

const worker = '/push-worker.js';

/** Push services of browsers are far away; without a network they never answer. */
const patience = 20_000; // ms

export type PushState = 'unable' | 'denied' | 'off' | 'on';

/** A browser can be pushed to over HTTPS alone, or on this very machine. */
const isAble = () => 'serviceWorker' in navigator && 'PushManager' in window && window.isSecureContext;

async function ownSubscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(worker);
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** `endpoints`: those that the house knows for this person. */
export async function pushState(endpoints: string[]): Promise<PushState> {
  if (!isAble()) return 'unable';
  if (Notification.permission === 'denied') return 'denied';
  const own = await ownSubscription();
  return own && endpoints.includes(own.endpoint) ? 'on' : 'off';
}

/** Asks the person, then the browser's push service. Null: the person said no. Throws where the service does not answer. */
export async function subscribeHere(key: string): Promise<PushSubscriptionJSON | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  await navigator.serviceWorker.register(worker);
  const registration = await navigator.serviceWorker.ready;
  const earlier = await registration.pushManager.getSubscription();
  await earlier?.unsubscribe();
  const asked = registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer')), patience));
  return (await Promise.race([asked, late])).toJSON();
}

/** Ends it in the browser too, where it is this one. */
export async function unsubscribeHere(endpoint: string): Promise<void> {
  if (!isAble()) return;
  const own = await ownSubscription();
  if (own?.endpoint === endpoint) await own.unsubscribe();
}
