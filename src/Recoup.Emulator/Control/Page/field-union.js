import { attributes, el, foreign, newId } from './dom.js';
import { createField, formOf } from './field.js';
import { frame, offersOf } from './field-frame.js';
import { isNumber, parseNumber } from './json.js';
import { branchName, fit, shapeOf } from './schema.js';

/** The form of a union: a choice of its branches, and the form of the chosen one. */
export function unionForm(context, shape, place) {
  const names = shape.branches.map(branch => branchName(branch, context.root));
  const select = el(
    'select',
    {
      id: newId('kind'),
      onchange: () => {
        choose(Number(select.value));
        context.changed();
      },
    },
    names.map((name, index) => foreign(name, 'option', { value: String(index) })),
  );
  const holder = el('div', { class: 'branch' });
  let form;

  function choose(index) {
    select.value = String(index);
    form =
      branchForm(index) ??
      createField(context, shape.branches[index], { name: names[index], required: true, depth: place.depth + 1, isItem: true });
    holder.replaceChildren(form.node);
  }
  choose(0);

  // A union in a union is a field of its own, so that schemas that refer to themselves come to an end.
  function branchForm(index) {
    const branch = shapeOf(shape.branches[index], context.root);
    return branch.kind === 'union' ? undefined : formOf(context, { ...branch, nullable: false }, { ...place, remove: undefined });
  }

  const fits = value => shape.branches.map(branch => fit(value, branch, context.root));
  return {
    node: el(
      'div',
      { class: 'union' },
      el('div', { class: 'kind' }, el('label', { htmlFor: select.id }, 'Kind of ', foreign(place.name)), select),
      holder,
    ),
    get: () => form.get(),
    set(value) {
      if (value === undefined) return choose(0);
      const found = fits(value);
      choose(found.indexOf(Math.max(...found)));
      form.set(value);
    },
    accepts(value) {
      const found = fits(value);
      const best = Math.max(...found);
      if (best === 0) return false;
      return branchForm(found.indexOf(best))?.accepts(value) ?? true;
    },
    child: segment => form.child?.(segment),
    focus: () => form.focus(),
    missing: () => form.missing?.() ?? [],
  };
}

/** A field for a single value of several types: its type and its text in one line, as for the cells of a table. */
export function scalarUnionField(context, shape, place) {
  const types = [...new Set(shape.branches.map(branch => branch.type))].filter(
    (type, _, all) => type !== 'integer' || !all.includes('number'),
  );
  const kinds = [
    ...types.filter(type => type !== 'boolean'),
    ...(types.includes('boolean') ? ['true', 'false'] : []),
    ...(shape.nullable ? ['null'] : []),
  ];
  const input = el('input', {
    type: 'text',
    id: newId('control'),
    dir: 'auto',
    autocomplete: 'off',
    spellcheck: false,
    oninput: () => typed(),
  });
  const select = el(
    'select',
    {
      'aria-label': `Type of ${place.name}`,
      onchange: () => {
        redraw();
        context.changed();
      },
    },
    kinds.map(kind => el('option', { value: kind }, kind)),
  );
  const line = el('div', { class: 'cell' }, input, select);
  const use = value => {
    set(value);
    context.changed();
    input.focus();
  };
  const framed = frame(context, { ...shape, schema: { ...shape.schema } }, place, input, { offers: offersOf(shape, use) });
  input.replaceWith(line);
  line.prepend(input);

  const isText = () => kinds.includes(select.value) && !['true', 'false', 'null'].includes(select.value);

  // A number that is typed is a number if the schema has numbers.
  function typed() {
    const numeric = types.find(type => type === 'number' || type === 'integer');
    if (numeric && types.includes('string')) select.value = parseNumber(input.value) !== undefined ? numeric : 'string';
    context.changed();
  }

  function redraw() {
    input.disabled = !isText();
    attributes(input, { placeholder: isText() ? (place.required ? undefined : 'not sent') : `${select.value} is sent` });
    if (!isText()) input.value = '';
  }

  function set(value) {
    const kind =
      value === undefined
        ? kinds[0]
        : value === null
          ? 'null'
          : typeof value === 'boolean'
            ? String(value)
            : isNumber(value)
              ? types.find(type => type === 'number' || type === 'integer')
              : 'string';
    select.value = kind;
    redraw();
    input.value = value === undefined || !isText() ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  }
  redraw();

  return {
    node: framed.node,
    show: framed.show,
    set,
    focus: () => (input.disabled ? select : input).focus(),
    accepts: value =>
      value === undefined || (value === null ? shape.nullable : ['string', 'boolean'].includes(typeof value) || isNumber(value)),
    get() {
      if (select.value === 'null') return null;
      if (select.value === 'true' || select.value === 'false') return select.value === 'true';
      if (input.value === '') return place.required && select.value === 'string' ? '' : undefined;
      return select.value === 'string' ? input.value : (parseNumber(input.value.trim()) ?? input.value);
    },
  };
}
