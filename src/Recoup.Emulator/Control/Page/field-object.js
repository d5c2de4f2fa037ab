import { attributes, button, el, newId } from './dom.js';
import { createField } from './field.js';
import { isObject } from './json.js';
import { otherMembers, propertiesOf, requiredOf } from './schema.js';

/** How many optional members are shown at once. */
const page = 40;

/** The form of an object: its named members, required ones first, then others if the schema allows them. */
export function objectForm(context, shape, place) {
  const { schema } = shape;
  const properties = propertiesOf(schema);
  const required = new Set(requiredOf(schema));
  const names = Object.keys(properties);
  const waiting = [...names.filter(name => required.has(name)), ...names.filter(name => !required.has(name))];
  const fields = new Map();
  const others = otherForm(context, otherMembers(schema), place);
  const members = el('div', { class: 'members' });
  const more = button(
    '',
    () => {
      const [next] = waiting;
      showMore();
      fields.get(next)?.focus();
    },
    { class: 'small' },
  );

  function open(name) {
    const field = createField(context, properties[name], { name, required: required.has(name), depth: place.depth + 1 });
    fields.set(name, field);
    members.append(field.node);
    return field;
  }

  function showMore() {
    const shown = Math.max(page, waiting.filter(name => required.has(name)).slice(0, 200).length);
    for (const name of waiting.splice(0, shown)) if (!fields.has(name)) open(name);
    more.hidden = waiting.length === 0;
    more.textContent = `Show more parameters (${waiting.length})`;
  }
  showMore();

  return {
    node: el('div', { class: 'object' }, members, more, others?.node),
    get: () =>
      Object.fromEntries([
        ...[...fields].map(([name, field]) => [name, field.get()]).filter(([, value]) => value !== undefined),
        ...(others?.entries() ?? []),
      ]),
    set(value) {
      const given = value ?? {};
      for (const name of Object.keys(given)) if (Object.hasOwn(properties, name) && !fields.has(name)) open(name);
      for (const [name, field] of fields) field.set(Object.hasOwn(given, name) ? given[name] : undefined);
      others?.set(Object.entries(given).filter(([name]) => !Object.hasOwn(properties, name)));
    },
    accepts: value =>
      isObject(value) &&
      Object.keys(value).length <= 200 &&
      (others !== undefined || Object.keys(value).every(name => Object.hasOwn(properties, name))),
    child: segment => fields.get(segment) ?? others?.child(segment),
    focus: () => ([...fields.values()][0] ?? others ?? { focus() {} }).focus(),
    /** The required members without a value: names and fields. */
    missing: () => [...fields].filter(([name, field]) => required.has(name) && field.get() === undefined),
  };

  /** Members whose names the caller chooses. */
  function otherForm(other) {
    if (other === undefined) return undefined;
    let rows = [];
    const list = el('div', { class: 'items' });
    const add = button(
      'Add member',
      () => {
        append('', undefined);
        context.changed();
        rows.at(-1).name.focus();
      },
      { class: 'small', 'aria-label': `Add member to ${place.name}` },
    );

    function append(name, value) {
      const title = `${place.name} member ${rows.length + 1}`;
      const row = {
        name: el('input', {
          type: 'text',
          id: newId('name'),
          value: name,
          autocomplete: 'off',
          spellcheck: false,
          dir: 'auto',
          oninput: () => context.changed(),
        }),
      };
      attributes(row.name, { 'aria-label': `Name of ${title}`, placeholder: 'name' });
      row.field = createField(context, other, {
        name: title,
        required: true,
        depth: place.depth + 1,
        isItem: true,
        remove: () => {
          row.node.remove();
          rows = rows.filter(kept => kept !== row);
          context.changed();
          add.focus();
        },
      });
      if (value !== undefined) row.field.set(value);
      row.node = el('div', { class: 'member' }, row.name, row.field.node);
      rows.push(row);
      list.append(row.node);
    }

    return {
      node: el('div', { class: 'array' }, list, add),
      entries: () => rows.filter(row => row.name.value !== '').map(row => [row.name.value, row.field.get() ?? null]),
      set(entries) {
        list.replaceChildren();
        rows = [];
        for (const [name, value] of entries) append(name, value);
      },
      child: segment => rows.find(row => row.name.value === segment)?.field,
      focus: () => add.focus(),
    };
  }
}
