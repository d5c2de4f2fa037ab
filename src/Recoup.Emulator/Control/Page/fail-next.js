import { api } from './api.js';
import { announce, button, el, newId, toast } from './dom.js';
import { parseJson } from './json.js';
import { createStubList } from './stub-list.js';

const number = (text, low, high) => {
  const value = Number(text);
  if (text.trim() === '' || !(value >= low && value <= high)) throw new Error(`Expected a number from ${low} to ${high}, got "${text}".`);
  return value;
};

/** What the next call can get: a name, the input that it takes, and the outcome. */
const outcomes = [
  { name: '502, the service fails', input: 'Message', initial: 'The service failed.', outcome: text => ({ failsUpstream: text || true }) },
  { name: 'the service times out', input: 'After seconds', initial: '2', outcome: text => ({ timesOut: number(text, 0, 86_400) }) },
  { name: '200, the action is unsuccessful', input: 'Error', initial: 'The action failed.', outcome: text => ({ unsuccessful: text }) },
  // Not before the response: browsers send a request again whose reused connection is reset before it.
  { name: 'a reset in the middle of the response', outcome: () => ({ fails: 'resetMidBody' }) },
  { name: 'a lost reply after execution', outcome: () => ({ executesThenLosesReply: 'resetMidBody' }) },
  { name: 'an HTML page', input: 'Status', initial: '504', outcome: text => ({ answersHtml: number(text, 400, 599) }) },
  { name: 'malformed JSON', outcome: () => ({ answersMalformedJson: true }) },
  { name: 'this JSON as result', input: 'JSON', initial: '{"ok": true}', isLong: true, outcome: text => ({ returns: parseJson(text) }) },
];

/** "Fail the next call with…": scripts one outcome for the next call of an action. */
export function createFailNext(slug) {
  const select = el(
    'select',
    { id: newId('outcome'), onchange: () => draw() },
    outcomes.map((entry, index) => el('option', { value: String(index) }, entry.name)),
  );
  const detail = el('div', {});
  const error = el('p', { class: 'problem', role: 'alert' });
  const stubs = createStubList(slug);
  let input;

  function draw() {
    const entry = outcomes[Number(select.value)];
    error.textContent = '';
    input =
      entry.input &&
      el(entry.isLong ? 'textarea' : 'input', {
        id: newId('detail'),
        value: entry.initial,
        autocomplete: 'off',
        ...(entry.isLong ? { rows: 3, class: 'code' } : { type: 'text' }),
      });
    detail.replaceChildren(...(input ? [el('label', { htmlFor: input.id }, entry.input), input] : []));
  }

  async function script() {
    const entry = outcomes[Number(select.value)];
    error.textContent = '';
    try {
      await api.addStub({ action: slug, outcomes: [{ ...entry.outcome(input?.value ?? ''), times: 1 }] });
      announce(`The next call gets ${entry.name}.`);
      await stubs.load();
    } catch (problem) {
      error.textContent = problem.message;
    }
  }
  draw();

  return {
    node: el(
      'section',
      { class: 'panel', 'aria-labelledby': 'fail-title' },
      el('h2', { id: 'fail-title' }, 'Fail the next call with…'),
      el(
        'div',
        { class: 'stack' },
        el('label', { htmlFor: select.id, class: 'hidden' }, 'The next call gets'),
        select,
        detail,
        error,
        button('Script the next call', script),
      ),
      stubs.node,
    ),
    close: stubs.close,
  };
}
