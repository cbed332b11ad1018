// Suggestions under a search box while somebody types: the combobox with a listbox of the WAI-ARIA Authoring Practices.
// Nothing needs it: where it does not run, or gets no answer, the box searches as it is.
(() => {
  'use strict';
  const pause = 120; // milliseconds after the last key

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    element.append(...children);
    return element;
  };

  // Strings become text nodes: whatever a title holds, none of it is markup. bdi lets each name run in its own direction.
  const marked = (text, marks) => {
    const name = make('bdi');
    let at = 0;
    for (const [start, end] of marks) {
      name.append(text.slice(at, start), make('b', {}, text.slice(start, end)));
      at = end;
    }
    name.append(text.slice(at));
    return name;
  };

  for (const box of document.querySelectorAll('[data-suggest]')) {
    const list = make('div', { role: 'listbox', id: 'suggestions', 'aria-label': 'Suggestions', hidden: '' });
    const said = make('span', { class: 'vh', 'aria-live': 'polite' });
    let timer, flight, chosen = -1;

    const choose = index => {
      list.children[chosen]?.setAttribute('aria-selected', 'false');
      chosen = index;
      const option = list.children[index];
      if (!option) return box.removeAttribute('aria-activedescendant');
      option.setAttribute('aria-selected', 'true');
      option.scrollIntoView({ block: 'nearest' });
      box.setAttribute('aria-activedescendant', option.id);
    };

    const show = suggestions => {
      choose(-1);
      list.replaceChildren(...suggestions.map(({ text, matched, group, count, url, marks }, index) => make(
        'a',
        { role: 'option', id: 'suggestion-' + index, href: url, tabindex: -1, 'aria-selected': 'false' },
        marked(text, matched ? [] : marks), ' ',
        ...matched ? [make('i', {}, marked(matched, marks)), ' '] : [],
        make('small', {}, count ? `${group} · ${count}` : group))));
      list.hidden = !suggestions.length;
      box.setAttribute('aria-expanded', !list.hidden);
      said.textContent = suggestions.length === 1 ? '1 suggestion' : `${suggestions.length || 'No'} suggestions`;
    };

    const stop = () => {
      clearTimeout(timer);
      flight?.abort();
      show([]);
      said.textContent = '';
    };

    const ask = async () => {
      clearTimeout(timer);
      flight?.abort();
      const { signal } = flight = new AbortController();
      try {
        const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(box.value.trim())}`, { signal });
        const { suggestions } = await answer.json();
        if (!signal.aborted) show(suggestions);
      } catch {
        if (!signal.aborted) stop();
      }
    };

    const keys = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Enter: () => list.children[chosen]?.click(),
      Escape: () => {
        if (list.hidden) box.value = '';
        stop();
      },
    };

    // Round and round, through the box itself, where nothing is chosen.
    const step = by => {
      const places = list.children.length + 1;
      if (!list.hidden) choose((chosen + 1 + by + places) % places - 1);
      else if (box.value.trim()) ask();
    };

    box.addEventListener('keydown', event => {
      const { key } = event;
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (!keys[key] || (key === 'Enter' && chosen < 0)) return choose(-1);
      event.preventDefault();
      keys[key]();
    });
    box.addEventListener('input', () => {
      clearTimeout(timer);
      if (box.value.trim()) timer = setTimeout(ask, pause);
      else stop();
    });
    box.addEventListener('blur', stop);
    box.form.addEventListener('submit', stop);
    list.addEventListener('mousedown', event => event.preventDefault()); // the box keeps the focus, and the list stays for the click
    list.addEventListener('click', stop);

    box.parentElement.append(list, said);
    for (const [key, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })) box.setAttribute(key, value);
  }
})();
