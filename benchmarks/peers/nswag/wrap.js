// A catalog -> an OpenAPI document with one operation per action, which is the only form of it that NSwag reads.
const fs = require('fs');
const [, , catalog, target] = process.argv;
const paths = {};
for (const action of JSON.parse(fs.readFileSync(catalog, 'utf8')).actions) {
  const schema = JSON.parse(JSON.stringify(action.parameters), (key, value) =>
    // References inside a schema count from its own root, here from the document's: NSwag would not find them.
    key === '$ref' && typeof value === 'string' && value.startsWith('#/')
      ? `#/paths/~1${action.slug}/post/requestBody/content/application~1json/schema${value.slice(1)}`
      : value);
  paths['/' + action.slug] = {
    post: {
      operationId: action.slug,
      summary: action.description,
      requestBody: { required: true, content: { 'application/json': { schema } } },
      responses: { 200: { description: 'Done', content: { 'application/json': { schema: {} } } } },
    },
  };
}
fs.writeFileSync(target, JSON.stringify({ openapi: '3.0.3', info: { title: 'Actions', version: '1' }, paths }));
