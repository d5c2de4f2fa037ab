const root = '/_recoup';

/** An error of the control API, or of the way to it. */
export class ApiProblem extends Error {
  constructor(message, status, errors = []) {
    super(
      errors.length > 0 ? `${message} ${errors.map(error => [error.pointer, error.detail].filter(Boolean).join(': ')).join(' ')}` : message,
    );
    this.status = status;
  }
}

async function send(method, path, body, read = response => response.json()) {
  let response;
  try {
    response = await fetch(root + path, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    });
  } catch {
    throw new ApiProblem('The emulator does not respond. Is it still running?', 0);
  }
  if (response.ok) return response.status === 204 ? undefined : read(response);
  const problem = await response.json().catch(() => ({}));
  throw new ApiProblem(
    problem.detail ?? problem.title ?? `The emulator responded with ${response.status}.`,
    response.status,
    problem.errors,
  );
}

const part = encodeURIComponent;

function query(values) {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

/** The operations of the control API that the page needs; specs/emulator.json describes them. */
export const api = {
  actions: (search, connector) => send('GET', `/actions${query({ search, connector, limit: 1000 })}`),
  action: slug => send('GET', `/actions/${part(slug)}`),
  validate: (slug, parameters) => send('POST', `/actions/${part(slug)}/validation`, { parameters }),
  renderCall: (slug, parameters) => send('POST', `/actions/${part(slug)}/calls`, { parameters }),
  connectors: () => send('GET', '/connectors'),
  share: (connector, connected) => send('PUT', `/connectors/${part(connector)}/shared`, { connected }),
  accounts: () => send('GET', '/accounts'),
  addAccount: () => send('POST', '/accounts'),
  revoke: account => send('DELETE', `/accounts/${part(account)}/credentials`),
  setAccountUpstream: (account, state) => send('PUT', `/accounts/${part(account)}/upstream`, { state }),
  connections: account => send('GET', `/accounts/${part(account)}/connections`),
  connection: (account, connector) => send('GET', `/accounts/${part(account)}/connections/${part(connector)}`),
  connect: (account, connector, state) => send('PUT', `/accounts/${part(account)}/connections/${part(connector)}`, { state }),
  upstream: () => send('GET', '/upstream'),
  setUpstream: state => send('PUT', '/upstream', { state }),
  stubs: action => send('GET', `/stubs${query({ action })}`),
  addStub: stub => send('POST', '/stubs', stub),
  removeStub: id => send('DELETE', `/stubs/${id}`),
  removeStubs: () => send('DELETE', '/stubs'),
  stageFile: file => send('POST', '/staged-files', file),
  journal: filter => send('GET', `/journal${query(filter)}`),
  exchange: number => send('GET', `/journal/${number}`, undefined, response => response.text()),
  clearJournal: () => send('DELETE', '/journal'),
  clock: () => send('GET', '/clock'),
  advance: seconds => send('POST', '/clock/advance', { seconds }),
  behavior: () => send('GET', '/behavior'),
  setBehavior: base => send('PUT', '/behavior', { base }),
  setDivergence: (id, isOn) => send('PUT', `/behavior/${part(id)}`, { isOn }),
  state: () => send('GET', '/state', undefined, response => response.text()),
  setState: text => send('PUT', '/state', text),
  reset: () => send('POST', '/reset'),
};

/**
 * Executes an action through the emulated API, as any client does.
 * @returns status, content type, text and time in milliseconds; without a status if no complete response came.
 */
export async function execute(slug, parameters, apiKey, signal) {
  const start = performance.now();
  const answer = {};
  try {
    const response = await fetch('/api/connectors/actions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'x-api-key': apiKey },
      body: JSON.stringify({ actionSlug: slug, parameters }),
      signal,
    });
    answer.began = response.status;
    answer.contentType = response.headers.get('Content-Type') ?? '';
    answer.text = await response.text();
    answer.status = response.status;
  } catch (error) {
    answer.fault = error.name === 'AbortError' ? 'Canceled.' : 'The connection failed before the response was complete.';
  }
  return { ...answer, milliseconds: performance.now() - start };
}
