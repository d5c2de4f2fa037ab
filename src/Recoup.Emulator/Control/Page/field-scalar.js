import { attributes, button, el, foreign } from './dom.js';
import { frame, offersOf } from './field-frame.js';
import { isNumber, parseNumber, sameJson } from './json.js';

const longText = 100;

/** Buttons that are down while they decide the value: null, or an empty text. */
function specialValues(context, shape, place, input) {
  let special;
  const allowed = [];
  if (shape.nullable) allowed.push(['null', null]);
  if (shape.kind === 'text' && !(shape.schema.minLength > 0)) allowed.push(['empty', '']);
  const buttons = allowed.map(([name, value]) =>
    button(
      name,
      () => {
        set(special === value ? undefined : value);
        context.changed();
      },
      { class: 'small', 'aria-pressed': 'false', 'aria-label': `Send ${name} for ${place.name}` },
    ),
  );

  function set(value) {
    special = value;
    if (value !== undefined) input.value = '';
    input.placeholder = value === null ? 'null is sent' : value === '' ? 'an empty text is sent' : place.required ? '' : 'not sent';
    buttons.forEach((item, index) => attributes(item, { 'aria-pressed': allowed[index][1] === value }));
  }
  set(undefined);
  input.addEventListener('input', () => {
    if (special !== undefined) set(undefined);
  });
  return { buttons, set, get: () => special };
}

/** A field for text or a number. What is no number is sent as text, so that validation reports it. */
export function inputField(context, shape, place) {
  const isNumeric = shape.kind === 'number';
  const { format, pattern, maxLength } = shape.schema;
  const isLine = isNumeric || format || pattern || maxLength <= longText || place.isItem;
  const input = el(isLine ? 'input' : 'textarea', {
    ...(isLine ? { type: 'text' } : { rows: 1 }),
    ...(isNumeric ? { inputMode: shape.schema.type === 'integer' ? 'numeric' : 'decimal' } : { dir: 'auto' }),
    autocomplete: 'off',
    spellcheck: false,
    oninput: () => context.changed(),
  });
  const special = specialValues(context, shape, place, input);
  const use = value => {
    set(value);
    context.changed();
    input.focus();
  };
  const framed = frame(context, shape, place, input, { tools: special.buttons, offers: offersOf(shape, use) });

  function set(value) {
    special.set(value === null || value === '' ? value : undefined);
    input.value = value === undefined || value === null ? '' : isNumber(value) ? JSON.stringify(value) : String(value);
  }

  return {
    node: framed.node,
    show: framed.show,
    set,
    accepts: value => value === undefined || value === null || typeof value === 'string' || isNumber(value),
    focus: () => input.focus(),
    get() {
      if (special.get() !== undefined) return special.get();
      if (input.value === '') return undefined;
      return isNumeric ? (parseNumber(input.value.trim()) ?? input.value) : input.value;
    },
  };
}

/** A field for one of some values; also for a boolean. */
export function choiceField(context, shape, place) {
  const values = shape.kind === 'boolean' ? [true, false] : [...shape.values];
  if (shape.nullable) values.push(null);
  const select = el(
    'select',
    { onchange: () => context.changed() },
    el('option', { value: '' }, place.required ? 'choose…' : 'not sent'),
    values.map((value, index) => foreign(typeof value === 'string' ? value : JSON.stringify(value), 'option', { value: String(index) })),
  );
  const use = value => {
    set(value);
    context.changed();
    select.focus();
  };
  const framed = frame(context, shape, place, select, { offers: offersOf(shape, use) });

  function set(value) {
    // A required value that can only be one thing needs no decision.
    const index = value === undefined && place.required && values.length === 1 ? 0 : values.findIndex(allowed => sameJson(allowed, value));
    select.value = index < 0 ? '' : String(index);
  }
  set(undefined);

  return {
    node: framed.node,
    show: framed.show,
    set,
    accepts: value => value === undefined || values.some(allowed => sameJson(allowed, value)),
    focus: () => select.focus(),
    get: () => (select.value === '' ? undefined : values[Number(select.value)]),
  };
}
