// Usage: node server.js <catalog.json> <port>. What somebody writes who needs a fake in an hour: a key, a slug, Ajv, an echo.
'use strict';
const fs = require('fs');
const http = require('http');
const Ajv = require('ajv');

const [catalog, port] = process.argv.slice(2);
const key = 'recoup_sk_emulator_default';
const validators = new Map();

for (const { slug, parameters } of JSON.parse(fs.readFileSync(catalog, 'utf8')).actions) {
  validators.set(slug, { parameters, validate: null });
}

function validatorOf(slug) {
  const entry = validators.get(slug);
  if (!entry) return null;
  // Compiled when first needed: all of them at once would take a second.
  entry.validate ??= new Ajv({ strict: false, validateFormats: false, logger: false }).compile(entry.parameters);
  return entry.validate;
}

function send(response, status, body) {
  const text = JSON.stringify(body);
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) });
  response.end(text);
}

function refuse(response, status, message) {
  send(response, status, { error: status, message });
}

function execute(response, text) {
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    return refuse(response, 400, 'The body is no JSON.');
  }

  const { actionSlug, parameters } = body;
  const validate = validatorOf(actionSlug);
  if (!validate) return refuse(response, 404, `There is no action ${actionSlug}.`);
  if (!validate(parameters)) return refuse(response, 400, JSON.stringify(validate.errors));
  send(response, 200, { success: true, result: { slug: actionSlug, parameters }, executedAt: new Date().toISOString() });
}

const server = http.createServer((request, response) => {
  if (request.headers['x-api-key'] !== key) return refuse(response, 401, 'The key is missing or unknown.');
  if (request.method !== 'POST' || request.url !== '/api/connectors/actions') return refuse(response, 404, 'There is nothing here.');

  const chunks = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', () => execute(response, Buffer.concat(chunks).toString('utf8')));
});

server.listen(Number(port), '127.0.0.1');
