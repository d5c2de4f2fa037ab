/** Reads JSON and keeps numbers that a double cannot hold, or that are written in another way. */
export function parseJson(text) {
  return JSON.parse(text, (_, value, context) =>
    typeof value === 'number' && context?.source !== undefined && JSON.rawJSON && String(value) !== context.source
      ? JSON.rawJSON(context.source)
      : value,
  );
}

/** Reads the text of a JSON number; undefined if it is none. */
export function parseNumber(text) {
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? parseJson(text) : undefined;
}

export const isNumber = value => typeof value === 'number' || JSON.isRawJSON?.(value) === true;

export const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value) && !isNumber(value);

/** Whether two values are equal, however their numbers are written: 1.0 is 1. */
export const sameJson = (left, right) => canonical(left) === canonical(right);

const canonical = value => JSON.stringify(value, (_, item) => (JSON.isRawJSON?.(item) ? shortest(item) : item));

function shortest(number) {
  const text = number.rawJSON.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
  return String(Number(text)) === text ? Number(text) : number;
}

/** Indented JSON; arrays and objects of a few scalars stay on one line. */
export function formatJson(value, indent = '') {
  const compact = JSON.stringify(value);
  if (compact === undefined) return '';
  const members = Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [];
  const isFlat = members.every(member => typeof member !== 'object' || member === null || isNumber(member));
  if (members.length === 0 || (isFlat && Array.isArray(value) && compact.length + indent.length < 80)) return compact;
  const deeper = indent + '  ';
  return Array.isArray(value)
    ? `[\n${value.map(item => deeper + formatJson(item, deeper)).join(',\n')}\n${indent}]`
    : `{\n${Object.entries(value)
        .map(([name, item]) => `${deeper}${JSON.stringify(name)}: ${formatJson(item, deeper)}`)
        .join(',\n')}\n${indent}}`;
}

/** The segments of a JSON pointer. */
export const segmentsOf = pointer =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map(segment => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
