import { api } from './api.js';

const target = new EventTarget();

/** What the views share: accounts, the selected one, and parameters that were entered but not kept by the emulator. */
export const session = {
  accounts: [],
  account: undefined,
  /** Parameters by slug, so that a form comes back as it was left. */
  drafts: new Map(),
  canWriteCSharp: false,
};

export const accountLabel = account => account.name ?? (account.isDefault ? 'default' : account.id.slice(0, 8));

/** How an account is shown that only its id names. */
export function accountName(id) {
  const account = session.accounts.find(known => known.id === id);
  return account ? accountLabel(account) : id;
}

/** Reads the accounts; keeps the selected one if it still exists. */
export async function loadAccounts() {
  session.accounts = await api.accounts();
  session.account = session.accounts.find(account => account.id === session.account?.id) ?? session.accounts[0];
  target.dispatchEvent(new Event('accounts'));
}

export function selectAccount(id) {
  session.account = session.accounts.find(account => account.id === id) ?? session.account;
  target.dispatchEvent(new Event('accounts'));
}

/**
 * Calls a listener for events: `accounts`, `exchange`, `changed`, `missed`, `connected`, `lost`.
 * @returns a function that ends it.
 */
export function listen(type, listener) {
  const handler = event => listener(event.detail);
  target.addEventListener(type, handler);
  return () => target.removeEventListener(type, handler);
}

const tell = (type, detail) => target.dispatchEvent(new CustomEvent(type, { detail }));

/** Follows the emulator. The browser reconnects by itself and names the last event that it got. */
export function follow() {
  const source = new EventSource('/_recoup/events');
  for (const type of ['exchange', 'changed', 'missed']) source.addEventListener(type, event => tell(type, JSON.parse(event.data)));
  let wasLost = false;
  source.addEventListener('open', () => {
    tell('connected');
    // What changed meanwhile is not known, for example after a restart.
    if (wasLost) tell('changed', { what: ['state'] });
    wasLost = false;
  });
  source.addEventListener('error', () => {
    wasLost = true;
    tell('lost');
  });
  listen('changed', ({ what }) => {
    if (what.includes('accounts') || what.includes('state')) loadAccounts().catch(() => {});
  });
}
