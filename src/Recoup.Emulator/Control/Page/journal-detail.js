import { api } from './api.js';
import { codeBlock, jsonBlock, statusBadge } from './answer.js';
import { button, el, foreign } from './dom.js';
import { isObject, parseJson } from './json.js';
import { address, go } from './router.js';
import { accountName, session } from './session.js';

function facts(exchange) {
  const rows = [
    ['Time', exchange.at],
    ['Operation', exchange.operation],
    ['Action', exchange.slug ?? exchange.toolSlug],
    ['File', exchange.fileUrl],
    ['Caller', exchange.caller && accountName(exchange.caller)],
    ['Account', exchange.account && exchange.account !== exchange.caller ? accountName(exchange.account) : undefined],
    ['Outcome', exchange.outcome],
    ['Stub', exchange.stub === undefined ? undefined : `#${exchange.stub}`],
    ['Error', exchange.error],
  ];
  return el(
    'dl',
    { class: 'facts' },
    rows.filter(([, value]) => value !== undefined && value !== '').map(([name, value]) => [el('dt', {}, name), foreign(value, 'dd')]),
  );
}

function executedText({ executed, executions }) {
  if (!executed) return 'Not executed: the request had no effect.';
  return executions > 1 ? `Executed ${executions} times.` : 'Executed.';
}

/** Why no stub answered: the nearest stub, condition by condition. */
function nearMiss(miss) {
  const conditions = miss.conditions ?? [];
  return el(
    'section',
    { class: 'near-miss' },
    el('h2', {}, 'Why no stub answered'),
    conditions.length === 0
      ? foreign(miss.text, 'p')
      : [
          el('p', {}, `Stub #${miss.stub} is the nearest of ${miss.of}.`, miss.isUsedUp ? ' It is used up.' : ''),
          el(
            'ul',
            { class: 'conditions' },
            conditions.map(condition =>
              el(
                'li',
                { class: condition.holds ? 'holds' : 'fails' },
                el('span', { class: `badge ${condition.holds ? 'good' : 'bad'}` }, condition.holds ? 'holds' : 'fails'),
                ' ',
                foreign(condition.text),
                condition.reason && foreign(condition.reason, 'p', { class: 'quiet' }),
              ),
            ),
          ),
        ],
  );
}

function responseBlock(response) {
  if (!response) return el('p', { class: 'quiet' }, 'No response was sent.');
  if (response.json !== undefined) return jsonBlock(response.json, 'Body of the response');
  return response.text ? codeBlock(response.text, 'Body of the response') : el('p', { class: 'quiet' }, 'The body is empty.');
}

/** An exchange: its request, its response, whether it was executed, and the near miss. */
export async function createExchangeDetail(number) {
  const { exchange, nearMiss: miss } = parseJson(await api.exchange(number));
  const opensForm = exchange.slug !== undefined && isObject(exchange.parameters);
  return [
    el('a', { class: 'back', href: address('journal') }, '← All exchanges'),
    el(
      'div',
      { class: 'row between' },
      el(
        'h1',
        { tabIndex: -1 },
        `Exchange ${exchange.number} `,
        statusBadge(exchange.status, exchange.fault ?? exchange.status ?? 'no response'),
      ),
      opensForm &&
        button(
          'Open in form',
          () => {
            session.drafts.set(exchange.slug, exchange.parameters);
            go('actions', exchange.slug);
          },
          { class: 'small' },
        ),
    ),
    el('p', { class: `notice ${exchange.executed ? 'good' : ''}` }, executedText(exchange)),
    facts(exchange),
    exchange.violations?.length > 0 &&
      el(
        'section',
        {},
        el('h2', {}, 'Violations'),
        el(
          'ul',
          { class: 'violations' },
          exchange.violations.map(text => foreign(text, 'li')),
        ),
      ),
    miss && nearMiss(miss),
    el(
      'section',
      {},
      el('h2', {}, 'Request'),
      exchange.parameters === undefined
        ? el('p', { class: 'quiet' }, 'The request had no parameters.')
        : jsonBlock(exchange.parameters, 'Parameters of the request'),
    ),
    el('section', {}, el('h2', {}, 'Response'), responseBlock(exchange.response)),
  ].filter(Boolean);
}
