import { api } from './api.js';
import { button, change, confirmed, debounce, el, foreign, newId, toast } from './dom.js';
import { accountLabel, listen, loadAccounts, selectAccount, session } from './session.js';

const states = ['none', 'initiated', 'active', 'expired', 'revoked'];
const tone = state => (state === 'active' ? 'good' : state === 'none' ? '' : 'warn');

/** The accounts, and the connections of the selected one. */
export function createConnectionsView() {
  const accounts = el('ul', { class: 'cards' });
  const rows = el('tbody', {});
  const title = el('h2', { id: 'connections-title' });
  const filter = el('input', {
    type: 'search',
    id: newId('filter'),
    placeholder: 'Filter',
    autocomplete: 'off',
    'aria-label': 'Filter the connectors',
    oninput: () => hideOthers(),
  });

  function drawAccounts() {
    accounts.replaceChildren(
      ...session.accounts.map(account => {
        const name = accountLabel(account);
        const isSelected = account.id === session.account.id;
        const down = account.upstream === 'down';
        return el(
          'li',
          { class: isSelected ? 'card selected' : 'card' },
          el(
            'div',
            { class: 'row between' },
            el(
              'span',
              { class: 'row' },
              foreign(name, 'strong'),
              account.credentials === 'revoked' && el('span', { class: 'badge bad' }, 'credentials revoked'),
              down && el('span', { class: 'badge bad' }, 'upstream down'),
            ),
            button(isSelected ? 'Selected' : 'Select', () => selectAccount(account.id), {
              class: 'small',
              'aria-pressed': String(isSelected),
              'aria-label': `${isSelected ? 'Selected' : 'Select'} account ${name}`,
            }),
          ),
          foreign(account.id, 'code', { class: 'quiet' }),
          el(
            'div',
            { class: 'row' },
            button('Copy key', () => copy(account.apiKey), { class: 'small', 'aria-label': `Copy key of ${name}` }),
            button(
              down ? 'Bring upstream up' : 'Take upstream down',
              () =>
                change(
                  () => api.setAccountUpstream(account.id, down ? 'up' : 'down').then(loadAccounts),
                  `The upstream of ${name} is ${down ? 'up' : 'down'}.`,
                ),
              { class: 'small' },
            ),
            account.credentials === 'valid' && button('Revoke credentials', () => revoke(account, name), { class: 'small' }),
          ),
        );
      }),
    );
  }

  async function copy(key) {
    try {
      await navigator.clipboard.writeText(key);
      toast('The key was copied.');
    } catch {
      toast('The browser does not allow copying.', 'bad');
    }
  }

  async function revoke(account, name) {
    if (
      await confirmed(`Revoke the credentials of ${name}?`, 'Its key and its token become invalid until the emulator is reset.', 'Revoke')
    )
      await change(() => api.revoke(account.id).then(loadAccounts), 'The credentials are revoked.');
  }

  async function loadConnections() {
    const { account } = session;
    title.replaceChildren('Connections of ', foreign(accountLabel(account)));
    try {
      const [connections, connectors] = await Promise.all([api.connections(account.id), api.connectors()]);
      if (account.id !== session.account.id) return;
      const bySlug = new Map(connectors.map(connector => [connector.slug, connector]));
      const focused = document.activeElement?.dataset?.key;
      rows.replaceChildren(...connections.map(connection => connectionRow(connection, bySlug.get(connection.connector))));
      if (focused) rows.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
      hideOthers();
    } catch (problem) {
      toast(problem.message, 'bad');
    }
  }

  function connectionRow({ connector, state }, about) {
    const isActive = state === 'active';
    const set = next => change(() => api.connect(session.account.id, connector, next).then(loadConnections), `${connector} is ${next}.`);
    const toggle = button(isActive ? 'Disconnect' : 'Connect', () => set(isActive ? 'none' : 'active'), {
      class: 'small',
      'aria-label': `${isActive ? 'Disconnect' : 'Connect'} ${connector}`,
    });
    toggle.dataset.key = `toggle ${connector}`;
    const select = el(
      'select',
      { 'aria-label': `State of ${connector}`, onchange: () => set(select.value) },
      states.map(other => el('option', { value: other, selected: other === state }, other)),
    );
    select.dataset.key = `state ${connector}`;
    const shared = el('input', {
      type: 'checkbox',
      checked: about?.shared === true,
      'aria-label': `The platform's own account is connected to ${connector}`,
      onchange: () =>
        change(() => api.share(connector, shared.checked), `The shared connection to ${connector} is ${shared.checked ? 'on' : 'off'}.`),
    });
    const row = el(
      'tr',
      {},
      el('th', { scope: 'row' }, foreign(connector, 'code'), el('span', { class: 'quiet' }, ` ${about?.actions ?? 0} actions`)),
      el('td', {}, el('span', { class: `badge ${tone(state)}` }, state)),
      el('td', {}, el('span', { class: 'row' }, toggle, select)),
      el('td', {}, shared),
    );
    row.dataset.connector = connector;
    return row;
  }

  function hideOthers() {
    const text = filter.value.trim().toLowerCase();
    for (const row of rows.children) row.hidden = !row.dataset.connector.toLowerCase().includes(text);
  }

  function draw() {
    drawAccounts();
    loadConnections();
  }

  const reload = debounce(100, loadConnections);
  const ends = [
    listen('accounts', draw),
    listen('changed', ({ what }) => {
      if (what.includes('accounts') || what.includes('state')) reload();
    }),
  ];
  if (session.account) draw();
  return {
    title: 'Connections',
    close: () => ends.forEach(end => end()),
    node: el(
      'div',
      { class: 'page' },
      el('h1', { tabIndex: -1 }, 'Connections'),
      el(
        'div',
        { class: 'columns wide-right' },
        el(
          'section',
          { class: 'panel', 'aria-labelledby': 'accounts-title' },
          el(
            'div',
            { class: 'row between' },
            el('h2', { id: 'accounts-title' }, 'Accounts'),
            button('Add account', () => change(() => api.addAccount().then(loadAccounts), 'An account was added.'), { class: 'small' }),
          ),
          accounts,
        ),
        el(
          'section',
          { class: 'panel', 'aria-labelledby': 'connections-title' },
          el('div', { class: 'row between' }, title, filter),
          el(
            'div',
            { class: 'scroll', tabIndex: 0, role: 'group', 'aria-labelledby': 'connections-title' },
            el(
              'table',
              {},
              el(
                'thead',
                {},
                el(
                  'tr',
                  {},
                  ['Connector', 'State', 'Change', 'Shared'].map(name => el('th', { scope: 'col' }, name)),
                ),
              ),
              rows,
            ),
          ),
        ),
      ),
    ),
  };
}
