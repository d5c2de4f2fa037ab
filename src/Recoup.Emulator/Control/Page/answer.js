import { execute } from './api.js';
import { button, el, foreign } from './dom.js';
import { formatJson, parseJson } from './json.js';

const maxShown = 200_000;

export const statusTone = status => (status === undefined ? 'bad' : status < 300 ? 'good' : status < 500 ? 'warn' : 'bad');

export const statusBadge = (status, text = status ?? 'no response') => el('span', { class: `badge ${statusTone(status)}` }, String(text));

/** A text in a box; a long one is cut, with a button for the rest. */
export function codeBlock(text, label) {
  const code = el('code', { dir: 'auto' }, text.slice(0, maxShown));
  const block = el('pre', { class: 'code', tabIndex: 0, role: 'region', 'aria-label': label }, code);
  if (text.length <= maxShown) return block;
  const more = button(
    `Show all ${text.length} characters`,
    () => {
      code.textContent = text;
      more.remove();
    },
    { class: 'small' },
  );
  return el('div', {}, block, more);
}

export const jsonBlock = (value, label) => codeBlock(formatJson(value), label);

/** Reads a body: `json`, or undefined if it is not JSON. */
function readJson(text) {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

const milliseconds = time =>
  time < 10 ? `${time.toFixed(1)} ms` : time < 10_000 ? `${Math.round(time)} ms` : `${(time / 1000).toFixed(1)} s`;

/** The message of a violation; it begins with the pointer. */
function withoutPointer({ pointer, message }) {
  const prefix = `${pointer || '(root)'}: `;
  return message.startsWith(prefix) ? message.slice(prefix.length) : message;
}

/** The pointers in the parameters that the message of a 400 names. */
function violationsIn(message) {
  return [...message.matchAll(/(?:^|: |; )(?:\/parameters)?(\/[^\s:;]+|\(root\)): ([^;]+)/g)].map(([, pointer, text]) => ({
    pointer: pointer === '(root)' ? '' : pointer,
    keyword: '',
    message: text.trim(),
  }));
}

/**
 * Executes a call and shows its answer.
 * @param call `slug`, `parameters`, `account`.
 * @param on `violations(list)` for a 400, `mend(violation)` moves to a field, `notConnected` creates a button after a 409.
 */
export function createAnswer(on) {
  const node = el('section', { class: 'answer panel', 'aria-labelledby': 'answer-title' });
  const title = el('h2', { id: 'answer-title', tabIndex: -1 }, 'Answer');
  const summary = el('div', { class: 'row', role: 'status', id: 'answer-status' });
  const body = el('div', {}, el('p', { class: 'quiet' }, 'Execute the action to see its answer here.'));
  node.append(title, summary, body);
  let running;

  async function run(call) {
    running?.abort();
    const mine = (running = new AbortController());
    summary.replaceChildren(el('span', { class: 'quiet' }, 'Waiting for the answer…'));
    body.replaceChildren(button('Cancel', () => mine.abort(), { class: 'small' }));
    const answer = await execute(call.slug, call.parameters, call.account.apiKey, mine.signal);
    if (running !== mine) return undefined;
    running = undefined;
    await show(answer, call);
    return answer;
  }

  async function show(answer, call) {
    const json = answer.text === undefined ? undefined : readJson(answer.text);
    summary.replaceChildren(
      statusBadge(answer.status),
      el('span', {}, milliseconds(answer.milliseconds)),
      el('span', { class: 'quiet' }, describe(answer, json)),
    );
    const parts = [];
    const message = json?.message ?? (typeof json?.error === 'string' ? json.error : json?.detail);
    if (answer.fault) parts.push(el('p', { class: 'notice bad' }, answer.fault));
    else if (answer.status >= 400 && typeof message === 'string') parts.push(foreign(message, 'p', { class: 'notice bad' }));
    if (answer.status === 400) parts.push(await violationList(String(message ?? ''), call));
    if (answer.status === 409) parts.push(on.notConnected());
    if (answer.text !== undefined)
      parts.push(json === undefined ? codeBlock(answer.text, 'Body of the answer') : jsonBlock(json, 'Body of the answer'));
    body.replaceChildren(...parts);
  }

  function describe(answer, json) {
    if (answer.status === undefined) return answer.began ? `The response began with ${answer.began}.` : '';
    if (answer.status === 501) return 'An error of the emulator, not an answer of the API';
    if (json === undefined) return `Not JSON: ${answer.contentType || 'no content type'}`;
    return json?.result?.successful === false ? 'The action reports a failure' : '';
  }

  async function violationList(message, call) {
    const violations = await on.violations(call, violationsIn(message));
    return el(
      'ul',
      { class: 'violations' },
      violations.map(violation =>
        el(
          'li',
          {},
          button(violation.pointer || '(root)', () => on.mend(violation), {
            class: 'link',
            'aria-label': `Go to ${violation.pointer || '(root)'}`,
          }),
          ' ',
          foreign(withoutPointer(violation)),
        ),
      ),
    );
  }

  return { node, run, title };
}
