// Reads lines of { "schema": …, "instance": … }, and writes "valid", "invalid" or "refused" with a reason for each. NODE_PATH has Ajv.
'use strict';
const readline = require('readline');
const draft6 = require('ajv/dist/refs/json-schema-draft-06.json');

// An instance for each draft, which keeps no schema: ids repeat.
const options = { strict: false, logger: false, addUsedSchema: false };
const drafts = {
  'https://json-schema.org/draft/2020-12/schema': new (require('ajv/dist/2020'))(options),
  'https://json-schema.org/draft/2019-09/schema': new (require('ajv/dist/2019'))(options),
  'http://json-schema.org/draft-07/schema#': new (require('ajv'))(options),
  'http://json-schema.org/draft-06/schema#': new (require('ajv'))(options).addMetaSchema(draft6),
};

function judge({ schema, instance }) {
  const ajv = drafts[schema.$schema];
  try {
    return ajv.compile(schema)(instance) ? 'valid' : 'invalid';
  } catch (error) {
    return `refused ${error.message.replace(/\s+/g, ' ')}`;
  } finally {
    ajv.removeSchema(schema);
  }
}

readline.createInterface({ input: process.stdin }).on('line', (line) => console.log(judge(JSON.parse(line))));
