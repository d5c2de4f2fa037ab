import { isObject, segmentsOf } from './json.js';

const maxReferences = 32;
const maxNesting = 16;
const maxJoined = 2;
const scalars = new Set(['string', 'number', 'integer', 'boolean']);

/** The schema at a reference inside the document, or undefined. */
function target(reference, root) {
  if (reference !== '#' && !reference.startsWith('#/')) return undefined;
  let place = root;
  let segments;
  try {
    segments = segmentsOf(decodeURIComponent(reference.slice(1)));
  } catch {
    return undefined;
  }
  for (const segment of segments) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, segment)) return undefined;
    place = place[segment];
  }
  return place;
}

function merge(left, right) {
  const both = { ...left, ...right };
  if (left.properties && right.properties) both.properties = { ...propertiesOf(left), ...propertiesOf(right) };
  if (left.required && right.required) both.required = [...new Set([...requiredOf(left), ...requiredOf(right)])];
  return both;
}

/** Follows references and joins `allOf`, not into members. Undefined if the form cannot express the schema. */
export function flatten(schema, root, depth = 0) {
  let current = schema;
  for (let steps = 0; isObject(current); steps++) {
    if (steps > maxReferences || depth > maxJoined) return undefined;
    if (typeof current.$ref === 'string') {
      const { $ref, ...siblings } = current;
      const found = target($ref, root);
      if (found === true) current = siblings;
      else if (isObject(found)) current = merge({ title: $ref.split('/').pop(), ...found }, siblings);
      else return undefined;
    } else if (Array.isArray(current.allOf) && current.allOf.length <= maxReferences) {
      const { allOf, ...siblings } = current;
      const parts = allOf.map(part => flatten(part, root, depth + 1));
      if (!parts.every(isObject)) return undefined;
      current = parts.reduce(merge, siblings);
    } else {
      return current;
    }
  }
  return current === true ? {} : undefined;
}

const says = schema =>
  ['type', 'properties', 'enum', 'const', 'items', 'anyOf', 'oneOf', 'file_uploadable', 'additionalProperties'].some(
    keyword => schema[keyword] !== undefined,
  );

const isNullOnly = schema =>
  schema.type === 'null' || schema.const === null || (Array.isArray(schema.enum) && schema.enum.length === 1 && schema.enum[0] === null);

export const propertiesOf = schema => (isObject(schema.properties) ? schema.properties : {});

export const requiredOf = schema => (Array.isArray(schema.required) ? schema.required.filter(name => typeof name === 'string') : []);

function isFile(schema) {
  const members = Object.keys(propertiesOf(schema));
  return schema.file_uploadable === true || ['name', 'mimetype', 's3key'].every(member => members.includes(member));
}

function choice(schema, values, nullable) {
  return { kind: 'choice', schema, values: values.filter(value => value !== null), nullable: nullable || values.includes(null) };
}

/**
 * How a value of a schema is entered: `kind` is text, number, boolean, choice, array, object, union, file or json; `schema` is flat,
 * and a union has `branches`.
 */
export function shapeOf(raw, root, depth = 0) {
  const schema = depth > maxNesting ? undefined : flatten(raw, root);
  if (schema === undefined) return { kind: 'json', schema: isObject(raw) ? raw : {}, nullable: false };
  const types = [schema.type ?? []].flat();
  const nullable = schema.nullable === true || types.includes('null');
  if (schema.const !== undefined) return choice(schema, [schema.const], nullable);
  if (Array.isArray(schema.enum) && schema.enum.length > 0) return choice(schema, schema.enum, nullable);
  if (isFile(schema)) return { kind: 'file', schema, nullable };
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(alternatives)) return unionOf(schema, alternatives, nullable, root, depth + 1);
  const kinds = types.filter(type => type !== 'null');
  if (kinds.length > 1)
    return { kind: 'union', schema, nullable, branches: kinds.map(type => ({ ...schema, type, title: undefined, nullable: false })) };
  return { kind: kindOf(kinds[0], schema), schema, nullable };
}

function unionOf(schema, alternatives, nullable, root, depth) {
  const { anyOf, oneOf, nullable: _, ...siblings } = schema;
  const flat = alternatives.map(alternative => flatten(alternative, root));
  if (flat.some(branch => branch === undefined || !says(branch))) {
    // Branches that only restrict the schema beside them, for example by `required`: validation reports them.
    return says(siblings) ? { ...shapeOf(siblings, root, depth), nullable } : { kind: 'json', schema: siblings, nullable };
  }
  const branches = flat.filter(branch => !isNullOnly(branch));
  const withNull = nullable || branches.length < flat.length;
  const { type: outer, ...about } = siblings;
  if (branches.length === 0) return { kind: 'json', schema, nullable: true };
  if (branches.length === 1) {
    const only = shapeOf(merge(branches[0], about), root, depth);
    return { ...only, nullable: only.nullable || withNull };
  }
  if (branches.every(branch => branch.const !== undefined))
    return choice(
      siblings,
      branches.map(branch => branch.const),
      withNull,
    );
  const { title, description, default: value, examples, ...shared } = about;
  return { kind: 'union', schema: siblings, nullable: withNull, branches: branches.map(branch => merge(shared, branch)) };
}

function kindOf(type, schema) {
  switch (type) {
    case 'string':
      return 'text';
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'array':
      return schema.prefixItems || Array.isArray(schema.items) ? 'tuple' : 'array';
    case 'object':
      return 'object';
    case undefined:
      if (schema.properties) return 'object';
      if (schema.items) return kindOf('array', schema);
      return 'json';
    default:
      return 'json';
  }
}

/** Whether all branches of a union are single values: they fit in one line. */
export const isScalarUnion = shape =>
  shape.kind === 'union' && shape.branches.every(branch => scalars.has(branch.type) && !branch.enum && branch.const === undefined);

/** A short name of what a schema accepts, as TypeScript would write it. */
export function typeName(shape, root, depth = 0) {
  const names = {
    text: shape.schema.format ?? 'string',
    number: shape.schema.type,
    boolean: 'boolean',
    choice: 'enum',
    object: isMap(shape.schema) ? 'map' : 'object',
    tuple: 'array',
    file: 'file',
    json: 'any',
  };
  let parts = [String(names[shape.kind])];
  if (shape.kind === 'array') parts = [depth > 3 ? 'array' : `${typeName(shapeOf(shape.schema.items ?? {}, root), root, depth + 1)}[]`];
  if (shape.kind === 'union')
    parts = depth > 3 ? ['union'] : [...new Set(shape.branches.slice(0, 4).map(branch => branchName(branch, root, depth + 1)))];
  if (shape.nullable) parts.push('null');
  return depth > 0 && parts.length > 1 ? `(${parts.join(' | ')})` : parts.join(' | ');
}

export function branchName(branch, root, depth = 1) {
  if (branch.title) return String(branch.title);
  const tag = Object.values(propertiesOf(branch))
    .map(member => member?.const ?? (member?.enum?.length === 1 ? member.enum[0] : undefined))
    .find(value => typeof value === 'string');
  if (tag) return tag;
  if (branch.const !== undefined) return JSON.stringify(branch.const);
  const name = typeName(shapeOf(branch, root), root, depth);
  return name === 'object' && requiredOf(branch).length > 0 ? `object with ${requiredOf(branch).slice(0, 2).join(', ')}` : name;
}

export const isMap = schema => Object.keys(propertiesOf(schema)).length === 0;

/** The schema of members that a schema does not name; undefined if the form offers none. */
export function otherMembers(schema) {
  const other = schema.additionalProperties ?? Object.values(schema.patternProperties ?? {})[0];
  if (other === false) return undefined;
  if (isObject(other)) return other;
  return other === true || isMap(schema) ? {} : undefined;
}

/** The rules of a schema in words. */
export function ruleTexts(schema) {
  const texts = [];
  const range = (low, high, unit) => {
    if (low === undefined && high === undefined) return;
    texts.push(
      low === undefined
        ? `at most ${high}${unit}`
        : high === undefined
          ? `at least ${low}${unit}`
          : low === high
            ? `exactly ${low}${unit}`
            : `${low} to ${high}${unit}`,
    );
  };
  range(schema.minimum, schema.maximum, '');
  if (typeof schema.exclusiveMinimum === 'number') texts.push(`more than ${schema.exclusiveMinimum}`);
  if (typeof schema.exclusiveMaximum === 'number') texts.push(`less than ${schema.exclusiveMaximum}`);
  if (schema.multipleOf !== undefined) texts.push(`a multiple of ${schema.multipleOf}`);
  range(schema.minLength, schema.maxLength, ' characters');
  range(schema.minItems, schema.maxItems, ' items');
  range(schema.minProperties, schema.maxProperties, ' members');
  if (schema.uniqueItems === true) texts.push('no item twice');
  if (typeof schema.pattern === 'string') texts.push(`pattern ${schema.pattern}`);
  return texts;
}

/** How well a value fits a schema, by kinds and members alone; 0 if it does not. It chooses the branch of a union, nothing else. */
export function fit(value, raw, root, depth = 0) {
  const shape = shapeOf(raw, root);
  if (value === null) return shape.nullable ? 1 : 0;
  switch (shape.kind) {
    case 'text':
      return typeof value === 'string' ? 2 : 0;
    case 'boolean':
      return typeof value === 'boolean' ? 2 : 0;
    case 'number':
      if (typeof value !== 'number' && !JSON.isRawJSON?.(value)) return 0;
      return shape.schema.type === 'integer' ? (Number.isInteger(value) ? 3 : 0) : 2;
    case 'choice':
      return shape.values.some(allowed => JSON.stringify(allowed) === JSON.stringify(value)) ? 4 : 0;
    case 'array':
    case 'tuple':
      return Array.isArray(value) ? 2 + (value.length > 0 ? fit(value[0], shape.schema.items ?? {}, root, depth) / 10 : 0) : 0;
    case 'union':
      return depth > 1 ? 1 : Math.max(...shape.branches.map(branch => fit(value, branch, root, depth + 1)));
    case 'json':
      return 1;
    case 'file':
      return isObject(value) && 's3key' in value ? 3 : isObject(value) || typeof value === 'string' ? 1 : 0;
    default:
      return isObject(value) ? fitObject(value, shape.schema, root) : 0;
  }
}

function fitObject(value, schema, root) {
  const properties = propertiesOf(schema);
  if (!requiredOf(schema).every(name => Object.hasOwn(value, name))) return 0.5;
  const known = Object.keys(value).filter(name => Object.hasOwn(properties, name));
  const tags = known.filter(name => properties[name]?.const !== undefined || properties[name]?.enum);
  if (tags.some(name => fit(value[name], properties[name], root) === 0)) return 0.2;
  return 2 + known.length / 10 + tags.length;
}
