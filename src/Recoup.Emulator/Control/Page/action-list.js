import { api } from './api.js';
import { announce, attributes, debounce, el, foreign, newId, toast } from './dom.js';
import { go } from './router.js';
import { VirtualList } from './virtual-list.js';

/** The search over connectors and actions. */
export function createActionList() {
  const count = el('p', { class: 'quiet count', id: newId('count') });
  const search = el('input', {
    type: 'search',
    id: 'search',
    role: 'combobox',
    placeholder: 'Search actions',
    autocomplete: 'off',
    spellcheck: false,
    'aria-label': 'Search actions',
    'aria-expanded': 'true',
    'aria-autocomplete': 'list',
    'aria-describedby': count.id,
    oninput: debounce(120, () => load()),
    onkeydown: event => list.key(event),
  });
  const connector = el('select', { 'aria-label': 'Connector', onchange: () => load() }, el('option', { value: '' }, 'All connectors'));
  const list = new VirtualList({
    role: 'listbox',
    label: 'Actions',
    rowHeight: 3.5,
    owner: search,
    key: action => action.slug,
    render: action => [foreign(action.name || action.slug, 'span', { class: 'title' }), foreign(action.slug, 'code', { class: 'quiet' })],
    open: action => go('actions', action.slug),
  });
  attributes(search, { 'aria-controls': list.node.id });
  let latest = 0;

  async function load() {
    const turn = ++latest;
    try {
      const found = await api.actions(search.value.trim(), connector.value);
      if (turn !== latest) return;
      list.set(found.actions);
      list.node.scrollTop = 0;
      const shown = found.actions.length;
      count.textContent =
        shown < found.total
          ? `The first ${shown} of ${found.total} actions. Refine the search to see others.`
          : found.total === 1
            ? '1 action'
            : `${found.total} actions`;
      if (document.activeElement === search) announce(count.textContent);
    } catch (problem) {
      toast(problem.message, 'bad');
    }
  }

  async function loadConnectors() {
    const connectors = await api.connectors();
    connector.append(...connectors.map(({ slug, actions }) => foreign(`${slug} (${actions})`, 'option', { value: slug })));
  }

  load();
  loadConnectors().catch(problem => toast(problem.message, 'bad'));
  return {
    node: el('section', { class: 'sidebar', 'aria-label': 'Search' }, el('div', { class: 'search' }, search, connector, count), list.node),
    select: slug => list.select(slug),
    focus: () => search.focus(),
  };
}
