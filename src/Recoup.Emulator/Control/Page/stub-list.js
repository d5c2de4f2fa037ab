import { api } from './api.js';
import { announce, button, debounce, el, foreign, toast } from './dom.js';
import { listen } from './session.js';

const maxShown = 200;

/** The stubs of an action, or all stubs: conditions, outcomes, uses, and a button that removes one. */
export function createStubList(slug) {
  const node = el('div', { class: 'stubs' });

  async function load() {
    try {
      draw(await api.stubs(slug));
    } catch (problem) {
      toast(problem.message, 'bad');
    }
  }

  function draw(stubs) {
    const newest = stubs.slice(-maxShown).reverse();
    node.replaceChildren(
      newest.length === 0
        ? el('p', { class: 'quiet' }, slug ? 'No stub for this action.' : 'No stubs. Calls get a sample of their result.')
        : '',
      el('ul', { class: 'cards' }, newest.map(stubCard)),
      stubs.length > maxShown ? el('p', { class: 'quiet' }, `The latest ${maxShown} of ${stubs.length} stubs.`) : '',
    );
  }

  function stubCard(stub) {
    const uses = stub.uses === 1 ? 'answered 1 call' : `answered ${stub.uses} calls`;
    return el(
      'li',
      { class: stub.isUsedUp ? 'card used' : 'card' },
      el(
        'div',
        { class: 'row between' },
        el(
          'span',
          {},
          el('strong', {}, `#${stub.id} `),
          !slug && foreign(stub.action === '*' ? 'every action' : stub.action, 'code'),
          ' ',
          el('span', { class: `badge ${stub.isUsedUp ? '' : 'good'}` }, stub.isUsedUp ? 'used up' : 'active'),
          ' ',
          el('span', { class: 'quiet' }, uses),
        ),
        button('Remove', () => remove(stub.id), { class: 'small', 'aria-label': `Remove stub ${stub.id}` }),
      ),
      stub.conditions.length > 0 && el('p', {}, el('span', { class: 'quiet' }, 'if '), foreign(stub.conditions.join(' and '))),
      foreign(stub.outcomes.join(', then ') || 'a sample of the result', 'p'),
    );
  }

  async function remove(id) {
    try {
      await api.removeStub(id);
      announce(`Stub ${id} was removed.`);
    } catch (problem) {
      toast(problem.message, 'bad');
    }
    await load();
    (node.querySelector('button') ?? document.getElementById('main')).focus();
  }

  const changed = debounce(100, load);
  const ends = [
    listen('changed', ({ what }) => {
      if (what.includes('stubs') || what.includes('state')) changed();
    }),
    listen('exchange', exchange => {
      if (exchange.stub !== undefined && (!slug || exchange.slug === slug)) changed();
    }),
  ];
  load();
  return { node, load, close: () => ends.forEach(end => end()) };
}
