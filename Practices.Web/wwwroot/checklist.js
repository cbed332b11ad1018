// Keeps what is written into a checklist in this browser, and nowhere else. Where it does not run, or may not keep anything, the list can still be filled and printed.
(() => {
  'use strict';
  const list = document.querySelector('[data-checklist]');
  const key = `checklist/${list.dataset.checklist}`;
  const answers = list.querySelectorAll('textarea');

  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? {};
    } catch {
      return null; // the browser keeps nothing for this site, or what it kept is no list
    }
  };

  const keep = () => {
    const written = [...answers].filter(answer => answer.value).map(answer => [answer.id, answer.value]);
    try {
      if (written.length) localStorage.setItem(key, JSON.stringify(Object.fromEntries(written)));
      else localStorage.removeItem(key);
      return true;
    } catch {
      return false;
    }
  };

  const button = (label, act) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = label;
    made.addEventListener('click', act);
    return made;
  };

  const kept = read() ?? {};
  for (const answer of answers) if (typeof kept[answer.id] === 'string' && !answer.value) answer.value = kept[answer.id];
  if (keep()) document.getElementById('kept').textContent = 'This browser keeps it, for you alone, until you clear it.';
  list.addEventListener('input', keep);
  document.getElementById('print').append(button('Print the brief', () => print()), button('Clear my answers', () => {
    for (const answer of answers) answer.value = '';
    keep();
    answers[0].focus();
  }));
})();
