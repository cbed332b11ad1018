// Answers from the reader's copy where there is no connection, or a very slow one. It runs only for readers who keep a copy (offline.js), and goes with it.
'use strict';
const store = 'practices-offline', index = '/offline';

// Milliseconds: whoever waits longer for a page that is at hand would rather read the copy.
const patience = 6000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', event => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (address.searchParams.has('v')) event.respondWith(part(request, address));
});

async function page(event) {
  const { request } = event;
  if (!await caches.has(store)) return fetch(request);
  const cache = await caches.open(store);
  const kept = await cache.match(request);
  const fresh = fetch(request);
  if (!kept) return fresh.catch(async () => await cache.match(index) ?? Response.error());

  // A page of the copy that is opened with a connection is brought up to date.
  const update = fresh.then(answer => answer.ok && !answer.redirected ? cache.put(request, answer.clone()).then(() => answer) : answer);
  event.waitUntil(update.catch(() => {}));
  return Promise.race([update.catch(() => kept), new Promise(late => setTimeout(late, patience, kept))]);
}

// An address with a hash never changes what it holds. What a newer page asks for joins the copy; a picture is shown in the size that is kept.
async function part(request, address) {
  if (!await caches.has(store)) return fetch(request);
  const cache = await caches.open(store);
  const kept = await cache.match(request);
  if (kept) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok && ['style', 'script'].includes(request.destination)) await cache.put(request, answer.clone());
    return answer;
  } catch {
    const whole = path => path.replace(/-\d{2,4}(\.\w+)$/, '$1');
    const other = (await cache.keys()).find(one => whole(new URL(one.url).pathname) === whole(address.pathname));
    return other ? await cache.match(other) : Response.error();
  }
}
