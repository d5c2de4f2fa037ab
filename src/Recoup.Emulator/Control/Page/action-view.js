import { createAnswer } from './answer.js';
import { api } from './api.js';
import { announce, attributes, button, debounce, el, foreign, toast } from './dom.js';
import { createCallCode } from './call-code.js';
import { createFailNext } from './fail-next.js';
import { description } from './field-frame.js';
import { address } from './router.js';
import { SchemaForm } from './schema-form.js';
import { accountLabel, listen, session } from './session.js';

const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;

/** An action: its form, its answer, its call as code, and what its next call gets. */
export async function createActionView(slug) {
  const action = await api.action(slug);
  const code = createCallCode();
  const failNext = createFailNext(slug);
  const state = el('span', { class: 'quiet', id: 'validity', role: 'status' });
  const run = button('Execute', () => executeCall(), { class: 'primary', 'aria-describedby': state.id, title: 'Ctrl+Enter' });
  const connection = el('span', { class: 'row' });
  const form = new SchemaForm(action.parameters, () => changed());
  const tabs = ['form', 'json'].map(mode => button(mode === 'form' ? 'Form' : 'JSON', () => showAs(mode), { 'aria-pressed': 'false' }));
  const answer = createAnswer({
    violations: async (call, found) => {
      wasExecuted = true;
      const violations = await api.validate(call.slug, call.parameters).then(
        result => result.violations,
        () => [],
      );
      const all = violations.length > 0 ? violations : found;
      show(all);
      return all;
    },
    mend: violation => form.focus(violation),
    notConnected: () =>
      button(
        `Connect ${action.connector}`,
        async event => {
          if (await connect()) {
            event.target.replaceWith(el('p', { class: 'notice good' }, `${action.connector} is connected. Execute the action again.`));
            run.focus();
          }
        },
        { class: 'primary' },
      ),
  });
  let wasExecuted = false;
  let turn = 0;

  function show(violations) {
    form.show(violations, wasExecuted);
    state.textContent =
      violations.length === 0
        ? 'The parameters are valid.'
        : violations.every(({ keyword }) => keyword === 'required')
          ? 'Required parameters are missing.'
          : plural(violations.length, 'problem');
    state.classList.toggle('invalid', violations.length > 0);
  }

  const check = debounce(200, async () => {
    const mine = ++turn;
    if (form.isBroken) {
      state.textContent = 'A JSON text is not valid.';
      return;
    }
    const parameters = form.value;
    try {
      const [validation, rendered] = await Promise.all([api.validate(slug, parameters), api.renderCall(slug, parameters)]);
      if (mine !== turn) return;
      show(validation.violations);
      code.show(rendered);
    } catch (problem) {
      if (mine === turn) state.textContent = problem.message;
    }
  });

  function changed() {
    if (!form.isBroken) session.drafts.set(slug, form.value);
    check();
  }

  function showAs(mode) {
    if (mode !== form.mode && (form.isBroken || !form.showAs(mode))) return toast('The form cannot show these parameters.', 'warn');
    tabs.forEach((tab, index) => attributes(tab, { 'aria-pressed': ['form', 'json'][index] === form.mode }));
    check();
  }

  async function executeCall() {
    if (form.isBroken) return announce('A JSON text is not valid.');
    attributes(run, { 'aria-busy': true });
    const done = await answer.run({ slug, parameters: form.value, account: session.account });
    attributes(run, { 'aria-busy': undefined });
    if (done && matchMedia('(max-width: 75rem)').matches) answer.node.scrollIntoView({ block: 'nearest' });
  }

  async function connect() {
    try {
      await api.connect(session.account.id, action.connector, 'active');
      await showConnection();
      return true;
    } catch (problem) {
      toast(problem.message, 'bad');
      return false;
    }
  }

  async function showConnection() {
    const found = await api.connection(session.account.id, action.connector).catch(() => undefined);
    const active = found?.state === 'active';
    const text = !found || found.state === 'none' ? 'not connected' : found.state === 'active' ? 'connected' : found.state;
    connection.replaceChildren(
      foreign(action.connector, 'code'),
      el('span', { class: `badge ${active ? 'good' : 'warn'}` }, text),
      el('a', { href: address('connections') }, `account ${accountLabel(session.account)}`),
    );
  }

  const keyboard = event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) executeCall();
  };
  const ends = [
    listen('accounts', () => showConnection()),
    listen('changed', ({ what }) => {
      if (what.includes('accounts') || what.includes('state')) showConnection();
    }),
    failNext.close,
  ];

  const draft = session.drafts.get(slug);
  if (draft && !(form.hasForm && form.showAs('form', draft))) form.showAs('json', draft);
  showAs(form.mode);
  await showConnection();

  const text = action.description?.trim();
  const node = el(
    'div',
    { class: 'action', onkeydown: keyboard },
    el(
      'header',
      {},
      el('a', { class: 'back', href: address('actions') }, '← All actions'),
      foreign(action.name || slug, 'h1', { tabIndex: -1 }),
      el('div', { class: 'row' }, foreign(slug, 'code'), connection),
      text && description(text, 'action-description'),
    ),
    el(
      'div',
      { class: 'columns' },
      el(
        'section',
        { class: 'panel', 'aria-labelledby': 'parameters-title' },
        el(
          'div',
          { class: 'row between' },
          el('h2', { id: 'parameters-title' }, 'Parameters'),
          form.hasForm && el('div', { class: 'segments', role: 'group', 'aria-label': 'View' }, tabs),
        ),
        form.node,
        el(
          'div',
          { class: 'execute row' },
          run,
          state,
          button(
            'Clear',
            () => {
              form.value = {};
              wasExecuted = false;
              changed();
            },
            { class: 'small', 'aria-label': 'Clear all parameters' },
          ),
        ),
      ),
      el('div', { class: 'side' }, answer.node, failNext.node, code.node),
    ),
  );
  return { node, title: action.name || slug, close: () => ends.forEach(end => end()) };
}
