// Keeps a shortlist or a city in this browser, if the reader asks for it, and nowhere else. The address has all of it already: nothing needs this file.
(() => {
  'use strict';
  const nameOf = what => 'practices.' + what;
  const read = what => { try { return localStorage.getItem(nameOf(what)) ?? ''; } catch { return ''; } };
  const write = (what, value) => { try { value ? localStorage.setItem(nameOf(what), value) : localStorage.removeItem(nameOf(what)); } catch { /* A browser that keeps nothing. */ } };
  const addresses = {
    shortlist: value => '/shortlist?' + value.split(',').map(id => 'id=' + encodeURIComponent(id)).join('&'),
    city: value => '/my-city?' + value,
  };
  const words = { shortlist: 'this list', city: 'this city' };

  const button = (text, act) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.append(text);
    made.addEventListener('click', act);
    return made;
  };
  const link = (text, href) => {
    const made = document.createElement('a');
    made.href = href;
    made.append(text);
    return made;
  };

  for (const box of document.querySelectorAll('.keeper')) {
    const { keep: what, value, name, at } = box.dataset;
    const keep = kept => { write(what, kept); if (what === 'city') write('name', kept && name); };

    // On a practice, a kept city is set against it; elsewhere what is kept is shown itself.
    const toKept = kept => at ? link(`Set against ${read('name') || 'the city that you keep'}`, `${at}?${kept}#what-does-it-depend-on`)
      : link(what === 'city' ? 'The city that you keep' : 'The list that you keep', addresses[what](kept));
    const show = () => {
      const kept = read(what);
      const parts = [];
      if (value && kept === value) parts.push(`Kept in this browser: you find ${words[what]} again here. `, button('Forget it', () => { keep(''); show(); }));
      else {
        if (value) parts.push(button(`Keep ${words[what]} in this browser`, () => { keep(value); show(); }));
        if (kept) parts.push(toKept(kept));
      }
      box.replaceChildren(...parts);
      box.hidden = !parts.length;
    };

    // A list that grew from the kept one stays the kept one.
    if (value && location.hash === '#keep' && read(what)) write(what, value);
    show();
  }

  // Where a list is kept, a record is put on that list instead of on a new one.
  const kept = read('shortlist');
  for (const add of document.querySelectorAll('[data-shortlist]')) {
    if (!kept) break;
    const ids = kept.split(',');
    if (ids.includes(add.dataset.shortlist)) add.textContent = 'On your shortlist';
    else ids.push(add.dataset.shortlist);
    add.href = addresses.shortlist(ids.join(',')) + '#keep';
  }
})();
