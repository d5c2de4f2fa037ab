import { api } from './api.js';
import { statusBadge } from './answer.js';
import { announce, button, confirmed, debounce, el, foreign, newId, oncePerFrame, toast } from './dom.js';
import { createExchangeDetail } from './journal-detail.js';
import { go } from './router.js';
import { listen } from './session.js';
import { VirtualList } from './virtual-list.js';

/** The page keeps as many exchanges as the emulator sends at once. */
const maxKept = 10_000;

const columns = ['No.', 'Time', 'Request', 'Status', 'Executed', 'Outcome'];

const timeOf = exchange => exchange.at.replace(/^.*T(\d\d:\d\d:\d\d(\.\d{1,3})?).*$/, '$1');

const matchesStatus = {
  '': () => true,
  ok: exchange => exchange.status < 400,
  refused: exchange => exchange.status >= 400 && exchange.status < 500,
  failed: exchange => exchange.status >= 500,
  none: exchange => exchange.status === undefined || exchange.fault !== undefined,
};

function textOf(exchange) {
  return [
    exchange.number,
    exchange.operation,
    exchange.slug,
    exchange.toolSlug,
    exchange.fileUrl,
    exchange.status,
    exchange.fault,
    exchange.outcome,
    exchange.error,
  ]
    .filter(part => part !== undefined)
    .join(' ')
    .toLowerCase();
}

function rowOf(exchange) {
  const cell = (content, name) => el('span', { role: 'gridcell', class: name }, content);
  return [
    cell(String(exchange.number), 'number'),
    cell(timeOf(exchange), 'time quiet'),
    cell(foreign(exchange.slug ?? exchange.toolSlug ?? exchange.operation, 'code'), 'request'),
    cell(statusBadge(exchange.status, exchange.fault ?? exchange.status ?? 'none'), 'status'),
    cell(exchange.executed ? (exchange.executions > 1 ? `yes, ${exchange.executions}×` : 'yes') : 'no', 'executed'),
    cell(foreign(exchange.error ?? exchange.outcome ?? ''), 'outcome quiet'),
  ];
}

/** The journal: a live list of exchanges, newest first, and the selected one in detail. */
export function createJournalView(number) {
  let all = [];
  let shown = [];
  const texts = new WeakMap();
  const count = el('p', { class: 'quiet count', role: 'status' });
  const filter = el('input', {
    type: 'search',
    id: newId('filter'),
    placeholder: 'Filter',
    autocomplete: 'off',
    'aria-label': 'Filter the journal',
    oninput: () => apply(),
  });
  const status = el(
    'select',
    { 'aria-label': 'Status', onchange: () => apply() },
    [
      ['', 'Any status'],
      ['ok', 'Successful'],
      ['refused', '4xx: refused'],
      ['failed', '5xx: failed'],
      ['none', 'No complete response'],
    ].map(([value, text]) => el('option', { value }, text)),
  );
  const executed = el(
    'select',
    { 'aria-label': 'Executed', onchange: () => apply() },
    [
      ['', 'Executed or not'],
      ['yes', 'Executed'],
      ['no', 'Not executed'],
    ].map(([value, text]) => el('option', { value }, text)),
  );
  const list = new VirtualList({
    role: 'grid',
    label: 'Exchanges',
    rowHeight: 2.25,
    key: exchange => exchange.number,
    render: rowOf,
    header: el(
      'div',
      { class: 'list-row head', role: 'row', 'aria-rowindex': 1 },
      columns.map(name => el('span', { role: 'columnheader', class: name === 'No.' ? 'number' : name.toLowerCase() }, name)),
    ),
    open: exchange => go('journal', String(exchange.number)),
  });
  const detail = el('section', { class: 'detail', 'aria-label': 'Exchange' });
  const node = el(
    'div',
    { class: 'journal' },
    el(
      'section',
      { class: 'journal-list', 'aria-labelledby': 'journal-title' },
      el(
        'div',
        { class: 'row between' },
        el('h1', { id: 'journal-title', tabIndex: -1 }, 'Journal'),
        el(
          'span',
          { class: 'row' },
          el('a', { href: '/_recoup/recording', download: 'calls.jsonl', class: 'button small' }, 'Save as recording'),
          button('Clear', clear, { class: 'small', 'aria-label': 'Clear the journal' }),
        ),
      ),
      el('div', { class: 'filters' }, filter, status, executed),
      count,
      list.node,
    ),
    detail,
  );

  function matches(exchange) {
    if (!matchesStatus[status.value](exchange)) return false;
    if (executed.value !== '' && exchange.executed !== (executed.value === 'yes')) return false;
    const text = filter.value.trim().toLowerCase();
    if (text === '') return true;
    if (!texts.has(exchange)) texts.set(exchange, textOf(exchange));
    return texts.get(exchange).includes(text);
  }

  function apply(added = 0) {
    shown = all.filter(matches);
    list.set(shown, added);
    count.textContent = shown.length === all.length ? all.length === 1 ? '1 exchange' : `${all.length} exchanges` : `${shown.length} of ${all.length} exchanges`;
  }

  async function load() {
    try {
      const found = await api.journal({ last: true, limit: maxKept, bodies: false });
      all = found.exchanges.reverse();
      arrived = arrived.filter(exchange => !all.some(known => known.number === exchange.number));
      apply();
      if (arrived.length > 0) flush();
    } catch (problem) {
      toast(problem.message, 'bad');
    }
  }

  let arrived = [];
  const flush = oncePerFrame(() => {
    const known = new Set(all.slice(0, arrived.length + 1000).map(exchange => exchange.number));
    const added = arrived.filter(exchange => !known.has(exchange.number));
    arrived = [];
    all = [...added.reverse(), ...all].sort((left, right) => right.number - left.number).slice(0, maxKept);
    apply(added.filter(matches).length);
  });

  async function clear() {
    if (!(await confirmed('Clear the journal?', 'All exchanges so far are removed.', 'Clear'))) return;
    try {
      await api.clearJournal();
      announce('The journal is empty.');
      go('journal');
      await load();
    } catch (problem) {
      toast(problem.message, 'bad');
    }
  }

  async function open(selected, focuses = true) {
    list.select(Number(selected));
    node.classList.toggle('open', selected !== '');
    if (selected === '') {
      detail.replaceChildren(el('p', { class: 'quiet' }, 'Select an exchange to see its request and its answer.'));
      return;
    }
    try {
      detail.replaceChildren(...(await createExchangeDetail(selected)));
      if (focuses) detail.querySelector('h1').focus();
    } catch (problem) {
      detail.replaceChildren(el('p', { class: 'notice bad' }, problem.message));
    }
  }

  const reload = debounce(100, load);
  const ends = [
    listen('exchange', exchange => {
      arrived.push(exchange);
      flush();
    }),
    listen('missed', reload),
    listen('changed', ({ what }) => {
      if (what.includes('journal') || what.includes('state')) reload();
    }),
  ];
  load();
  open(number, number !== '');
  return { node, title: 'Journal', open, close: () => ends.forEach(end => end()) };
}
