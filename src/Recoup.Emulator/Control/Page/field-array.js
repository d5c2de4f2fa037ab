import { button, el } from './dom.js';
import { createField } from './field.js';
import { shapeOf } from './schema.js';

/** An array with more items is edited as JSON. */
const maxItems = 100;

/** The form of an array: its items, with buttons to add and remove. */
export function arrayForm(context, shape, place) {
  const positions = shape.schema.prefixItems ?? (Array.isArray(shape.schema.items) ? shape.schema.items : []);
  const rest = shape.schema.prefixItems
    ? shape.schema.items
    : Array.isArray(shape.schema.items)
      ? shape.schema.additionalItems
      : shape.schema.items;
  let items = [];
  const list = el('div', { class: 'items' });
  const add = button(
    'Add item',
    () => {
      append();
      context.changed();
      items.at(-1).focus();
    },
    { class: 'small', 'aria-label': `Add item to ${place.name}` },
  );

  function append(value) {
    const index = items.length;
    const field = createField(context, positions[index] ?? rest ?? {}, {
      name: `${place.name}[${index}]`,
      required: true,
      depth: place.depth + 1,
      isItem: true,
      remove: () => remove(index),
    });
    if (value !== undefined) field.set(value);
    items.push(field);
    list.append(field.node);
  }

  function remove(index) {
    const values = items.map(valueOf);
    values.splice(index, 1);
    set(values);
    context.changed();
    (items[Math.min(index, items.length - 1)] ?? { focus: () => add.focus() }).focus();
  }

  function set(values) {
    for (const field of items) field.node.remove();
    items = [];
    for (const value of values ?? []) append(value);
  }

  // An item that was added is sent: without a value, as an empty text or null.
  const valueOf = (field, index) => {
    const value = field.get();
    if (value !== undefined) return value;
    return shapeOf(positions[index] ?? rest ?? {}, context.root).kind === 'text' ? '' : null;
  };

  for (let index = 0; place.required && index < Math.min(shape.schema.minItems ?? 0, 3); index++) append();
  return {
    node: el('div', { class: 'array' }, list, add),
    get: () => items.map(valueOf),
    set,
    accepts: value => Array.isArray(value) && value.length <= maxItems,
    child: segment => items[Number(segment)],
    focus: () => (items.length > 0 ? items[0].focus() : add.focus()),
  };
}
