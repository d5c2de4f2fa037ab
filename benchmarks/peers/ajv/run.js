// Usage: node run.js <cases.json>: [{ "schema": …, "instance": … }, …]. Prints { "compileMilliseconds", "validationsPerSecond", … } as JSON.
'use strict';
// Times are processor time of the process, as on the other side: what else the machine does hardly shows.
const fs = require('fs');
const Ajv = require('ajv');

const cases = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const options = { strict: false, validateFormats: false, logger: false };

function now() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function compile() {
  const started = now();
  const compiled = [];
  for (const { schema, instance } of cases) {
    try {
      // An instance each, as for the others: a shared one would refuse schemas that repeat an id.
      compiled.push({ validate: new Ajv(options).compile(schema), instance });
    } catch {
      compiled.push(null);
    }
  }
  return { compiled, milliseconds: (now() - started) * 1e3 };
}

function compileShared() {
  const started = now();
  const ajv = new Ajv(options);
  for (const { schema } of cases) {
    try {
      ajv.compile(schema);
    } catch {
      // Counted above.
    }
  }
  return (now() - started) * 1e3;
}

const { compiled } = compile();
const shared = Math.min(compileShared(), compileShared(), compileShared());
const ready = compiled.filter(entry => entry !== null);
let valid = 0;
for (const { validate, instance } of ready) if (validate(instance)) valid++;

function round() {
  for (const { validate, instance } of ready) validate(instance);
}

const seconds = 1;
let best = 0;
for (let repeat = 0; repeat < 5; repeat++) {
  const started = now();
  let rounds = 0;
  let elapsed = 0;
  do {
    for (let i = 0; i < 50; i++) round();
    rounds += 50;
    elapsed = now() - started;
  } while (elapsed < seconds);
  best = Math.max(best, (rounds * ready.length) / elapsed);
}

console.log(JSON.stringify({
  version: require('ajv/package.json').version,
  compiled: ready.length,
  valid,
  compileMilliseconds: shared,
  validationsPerSecond: best,
}));
