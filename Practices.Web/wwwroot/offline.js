// Keeps the pages of this list in the browser, if the reader asks for it, and takes them away again. Nothing is kept, and no worker runs, before.
(() => {
  'use strict';
  const store = 'practices-offline', index = '/offline', worker = '/offline-worker.js';
  const status = document.getElementById('copy'), controls = document.getElementById('copying');
  const items = [...document.querySelectorAll('.more .hits > li')];
  const say = text => { status.textContent = text; };
  document.getElementById('missing').hidden = location.pathname === index;

  const button = (text, act) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.append(text);
    made.addEventListener('click', act);
    return made;
  };

  // What a page needs beside itself: style, script, and the smallest size of its pictures.
  const partsOf = html => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    return [...page.querySelectorAll('link[rel=stylesheet], link[rel=icon], script[src], img[src]')]
      .map(part => part.getAttribute('srcset')?.split(' ')[0] ?? part.getAttribute('src') ?? part.getAttribute('href'));
  };

  const keep = async () => {
    let done = 0, lost = 0;
    controls.replaceChildren();
    try {
      await caches.delete(store);
      const cache = await caches.open(store);
      const put = async address => {
        const answer = await fetch(address);
        if (!answer.ok || answer.redirected) throw new Error(address);
        await cache.put(address, answer.clone());
        return answer.text();
      };
      const answer = await fetch(location.href);
      if (!answer.ok) throw new Error(location.href);
      await cache.put(index, answer.clone());
      const parts = new Set(partsOf(await answer.text()));
      const waiting = items.map(item => item.querySelector('a[href]').getAttribute('href'));
      const lane = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          try { for (const part of partsOf(await put(next))) parts.add(part); } catch { lost++; }
          say(`${++done} of ${items.length} pages`);
        }
      };
      await Promise.all([lane(), lane()]);
      for (const part of parts) await put(part).catch(() => lost++);
      await navigator.serviceWorker.register(worker);
      await navigator.serviceWorker.ready;
      await show(lost);
    } catch {
      await caches.delete(store).catch(() => {});
      say('The copy could not be made: there is no connection, or no room on this device. Nothing was kept.');
      controls.replaceChildren(button('Try again', keep));
    }
  };

  const forget = async () => {
    await caches.delete(store);
    for (const one of await navigator.serviceWorker.getRegistrations()) if (one.active?.scriptURL.endsWith(worker)) await one.unregister();
    await show(0);
  };

  const show = async lost => {
    const kept = await caches.has(store) && await (await caches.open(store)).match(index);
    if (!kept) {
      say('Nothing is kept in this browser.');
      if (items.length) controls.replaceChildren(button(`Keep ${items.length} pages on this device`, keep));
      return;
    }

    const held = new Set((await (await caches.open(store)).keys()).map(request => new URL(request.url).pathname));
    const missing = items.filter(item => !held.has(item.querySelector('a[href]').getAttribute('href'))).length;
    const made = new Date(kept.headers.get('date')).toLocaleDateString(document.documentElement.lang, { dateStyle: 'long' });
    say(`A copy of ${made} is on this device` + (missing ? `; ${missing} pages of this list are not in it.` : ': all pages of this list.') + (lost ? ` ${lost} files could not be fetched.` : ''));
    controls.replaceChildren(button(missing ? 'Keep this list instead' : 'Bring it up to date', keep), ' ', button('Take the copy away', forget));
  };

  // A search of the copy's own: every word must stand in an entry.
  const fold = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const find = () => {
    const words = fold(box.value).split(/\s+/);
    for (const item of items) item.hidden = !words.every(word => fold(item.textContent).includes(word));
    found.textContent = `${items.filter(item => !item.hidden).length} of ${items.length}`;
  };
  const label = document.createElement('label'), box = document.createElement('input'), found = document.createElement('span');
  if (items.length > 7) {
    box.type = 'search';
    box.id = 'find';
    label.htmlFor = box.id;
    label.append('Find in this list');
    found.setAttribute('role', 'status');
    box.addEventListener('input', find);
    const line = document.createElement('p');
    line.className = 'share';
    line.append(label, box, found);
    document.getElementById('kept').after(line);
  }

  if ('serviceWorker' in navigator && 'caches' in window) show(0);
  else say('This browser keeps no copies here. They need an address that begins with https.');
})();
