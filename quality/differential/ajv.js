// Reads lines of { "schema": …, "instance": … }, and writes "valid", "invalid" or "refused" with a reason for each. NODE_PATH has Ajv.
'use strict';
const readline = require('readline');
const drafts = {
  'https://json-schema.org/draft/2020-12/schema': require('ajv/dist/2020'),
  'https://json-schema.org/draft/2019-09/schema': require('ajv/dist/2019'),
  'http://json-schema.org/draft-07/schema#': require('ajv'),
  'http://json-schema.org/draft-06/schema#': require('ajv'),
};
const draft6 = require('ajv/dist/refs/json-schema-draft-06.json');

function judge({ schema, instance }) {
  try {
    // An instance each: ids repeat.
    const ajv = new drafts[schema.$schema]({ strict: false, logger: false });
    if (schema.$schema.includes('draft-06')) ajv.addMetaSchema(draft6);
    return ajv.compile(schema)(instance) ? 'valid' : 'invalid';
  } catch (error) {
    return `refused ${error.message.replace(/\s+/g, ' ')}`;
  }
}

readline.createInterface({ input: process.stdin }).on('line', (line) => console.log(judge(JSON.parse(line))));
