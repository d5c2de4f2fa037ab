import { attributes, button, el, newId, toast } from './dom.js';
import { session } from './session.js';

const languages = [
  ['csharp', 'C#'],
  ['curl', 'curl'],
  ['json', 'JSON'],
];

/** The call as code: tabs for the languages that the emulator can write, and a button that copies. */
export function createCallCode() {
  const panel = el('pre', { class: 'code', tabIndex: 0, role: 'tabpanel', id: newId('code') }, el('code', {}));
  const tabs = languages.map(([language, name]) =>
    el(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: newId('tab'),
        'aria-controls': panel.id,
        onclick: () => choose(language),
      },
      name,
    ),
  );
  const list = el('div', { class: 'tabs', role: 'tablist', 'aria-label': 'Language', onkeydown: moves }, tabs);
  const copy = button('Copy', copyCode, { class: 'small' });
  let call = {};
  let selected = session.canWriteCSharp ? 'csharp' : 'curl';

  function choose(language) {
    selected = language;
    languages.forEach(([other], index) => {
      attributes(tabs[index], { 'aria-selected': other === language, tabindex: other === language ? 0 : -1 });
      if (other === language) attributes(panel, { 'aria-labelledby': tabs[index].id });
    });
    panel.firstChild.textContent =
      call[language] ?? (language === 'csharp' && session.canWriteCSharp ? 'These parameters cannot be written as a typed call.' : '');
  }

  function moves(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const visible = tabs.filter(tab => !tab.hidden);
    const next = visible[(visible.indexOf(document.activeElement) + step + visible.length) % visible.length];
    next.focus();
    next.click();
  }

  async function copyCode() {
    try {
      await navigator.clipboard.writeText(panel.textContent);
      toast('Copied.');
    } catch {
      getSelection().selectAllChildren(panel);
      toast('Press Ctrl+C to copy the selected text.', 'warn');
    }
  }

  function show(rendered) {
    if (rendered.csharp !== undefined && !session.canWriteCSharp) {
      session.canWriteCSharp = true;
      selected = 'csharp';
    }
    call = rendered;
    tabs[0].hidden = !session.canWriteCSharp;
    choose(selected);
  }

  tabs[0].hidden = !session.canWriteCSharp;
  choose(selected);
  return {
    node: el(
      'section',
      { class: 'panel', 'aria-labelledby': 'code-title' },
      el('div', { class: 'row between' }, el('h2', { id: 'code-title' }, 'The call as code'), copy),
      list,
      panel,
    ),
    show,
  };
}
