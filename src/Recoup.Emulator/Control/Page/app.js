import { createActionList } from './action-list.js';
import { createActionView } from './action-view.js';
import { createBehaviorView, createStubsView } from './behavior-view.js';
import { createConnectionsView } from './connections-view.js';
import { attributes, el, foreign } from './dom.js';
import { createJournalView } from './journal-view.js';
import { onRoute } from './router.js';
import { accountLabel, follow, listen, loadAccounts, selectAccount, session } from './session.js';

const main = document.getElementById('main');
const account = document.getElementById('account');
const link = document.getElementById('link');

const views = {
  actions: openActions,
  journal: item => createJournalView(item),
  stubs: createStubsView,
  connections: createConnectionsView,
  behavior: createBehaviorView,
};
let open = {};
let actionList;
let turn = 0;

/** The list of actions stays; only the action beside it changes. */
async function openActions(slug) {
  actionList ??= createActionList();
  actionList.select(slug);
  if (slug === '') {
    const welcome = el('p', { class: 'welcome quiet' }, 'Search for an action, fill in its form, and execute it on the emulator.');
    const title = el('h1', { class: 'hidden' }, 'Actions');
    return { title: 'Actions', node: el('div', { class: 'actions' }, title, actionList.node, el('div', { class: 'content' }, welcome)) };
  }
  const view = await createActionView(slug);
  return { ...view, node: el('div', { class: 'actions open' }, actionList.node, el('div', { class: 'content' }, view.node)) };
}

async function show({ view, item }, isFirst) {
  const mine = ++turn;
  const name = Object.hasOwn(views, view) ? view : 'actions';
  for (const entry of document.querySelectorAll('nav a'))
    attributes(entry, { 'aria-current': entry.hash === `#/${name}` ? 'page' : undefined });
  if (name === open.name && open.view?.open) return open.view.open(item);
  let next;
  try {
    next = await views[name](item);
  } catch (problem) {
    next = {
      title: 'Problem',
      node: el(
        'div',
        { class: 'page' },
        el('h1', { tabIndex: -1 }, 'This does not work'),
        foreign(problem.message, 'p', { class: 'notice bad' }),
        el('p', {}, el('a', { href: '#/actions' }, 'All actions')),
      ),
    };
  }
  if (mine !== turn) return next.close?.();
  open.view?.close?.();
  open = { name, view: next };
  main.replaceChildren(next.node);
  document.title = `${next.title} – Recoup emulator`;
  if (!isFirst) focusView(name, item);
}

/** After a change of view, the focus is on its heading, or in the search. */
function focusView(name, item) {
  if (name === 'actions' && item === '') actionList.focus();
  else main.querySelector(name === 'actions' ? '.content h1' : 'h1')?.focus();
}

listen('accounts', () => {
  account.replaceChildren(
    ...session.accounts.map(entry =>
      foreign(accountLabel(entry), 'option', { value: entry.id, selected: entry.id === session.account.id }),
    ),
  );
});
account.addEventListener('change', () => selectAccount(account.value));

function showLink(text, tone) {
  link.textContent = text;
  link.className = `badge ${tone}`;
}
listen('connected', () => {
  showLink('live', 'good');
  if (!session.account) location.reload();
});
listen('lost', () => showLink('offline', 'bad'));

document.querySelector('.skip').addEventListener('click', event => {
  event.preventDefault();
  main.focus();
});

try {
  await loadAccounts();
} catch (problem) {
  main.replaceChildren(foreign(problem.message, 'p', { class: 'notice bad' }));
}
let isFirst = true;
onRoute(route => {
  show(route, isFirst);
  isFirst = false;
});
follow();
