// Shows what the house pushes to this browser, and opens its task. Holds nothing, answers no request of the pages.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => {
  const { title, body, tag, url } = event.data.json();
  event.waitUntil(
    self.registration.showNotification(title, { body, tag, icon: '/favicon.svg', data: { url } }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.url));
});

/** In a window of the house that is there, else in a new one. */
async function open(url) {
  const [there] = await self.clients.matchAll({ type: 'window' });
  if (!there) return self.clients.openWindow(url);
  await there.focus();
  return there.navigate(url);
}
