import { attributes, button, el, foreign, newId } from './dom.js';
import { parseJson } from './json.js';
import { ruleTexts, typeName } from './schema.js';

const longDescription = 220;

/** A description; a long one starts folded. */
export function description(text, id) {
  const paragraph = foreign(text, 'p', { class: 'description', id });
  if (text.length <= longDescription && text.split('\n').length <= 4) return [paragraph];
  paragraph.classList.add('folded');
  const more = button(
    'Show all of the description',
    () => {
      const folded = paragraph.classList.toggle('folded');
      more.textContent = folded ? 'Show all of the description' : 'Show less';
      attributes(more, { 'aria-expanded': !folded });
    },
    { class: 'link', 'aria-expanded': 'false', 'aria-controls': id },
  );
  return [paragraph, more];
}

/**
 * What all fields have around their control: name, type, description, rules and problems.
 * @param place `name`, `required`, `remove` (removes the field) and `isItem`.
 * @param control the element that gets the label, or a group.
 * @param parts `group` for a control of several elements, `tools` and `offers` (buttons).
 */
export function frame(context, shape, place, control, { group = false, tools = [], offers = [] } = {}) {
  const label = newId('label');
  const about = newId('about');
  const rules = newId('rules');
  const problem = newId('problem');
  const texts = ruleTexts(shape.schema);
  const { text } = describedExample(shape.schema);
  if (!control.id) control.id = newId('control');

  const isMarked = place.required && !place.isItem;
  const name = el(
    group ? 'span' : 'label',
    { class: isMarked ? 'field-name required' : 'field-name', id: label, ...(group ? {} : { htmlFor: control.id }) },
    foreign(place.name),
    group && isMarked && el('span', { class: 'hidden' }, ' (required)'),
  );
  const problems = el('div', { class: 'problem', id: problem });
  const buttons = [...tools];
  if (place.remove) buttons.push(button('Remove', place.remove, { class: 'small', 'aria-label': `Remove ${place.name}` }));
  const node = el(
    'div',
    { class: group ? 'field group' : place.isItem ? 'field item' : 'field', ...(group ? { role: 'group', 'aria-labelledby': label } : {}) },
    el(
      'div',
      { class: 'field-head' },
      name,
      (group || !place.isItem) && el('span', { class: 'type' }, foreign(typeName(shape, context.root))),
      buttons.length > 0 && el('span', { class: 'tools' }, buttons),
    ),
    text && description(text, about),
    control,
    texts.length > 0 && foreign(texts.join(' · '), 'p', { class: 'rules', id: rules }),
    offers.length > 0 && el('div', { class: 'offers' }, offers),
    problems,
  );
  const describes = hasProblem => [text && about, texts.length > 0 && rules, hasProblem && problem].filter(Boolean).join(' ') || undefined;
  const described = group ? node : control;
  attributes(described, { 'aria-describedby': describes(false), 'aria-required': !group && place.required ? true : undefined });

  return {
    node,
    control,
    /** Shows problems at the field. */
    show(messages) {
      problems.replaceChildren(...messages.map(message => foreign(message, 'p')));
      node.classList.toggle('invalid', messages.length > 0);
      attributes(described, {
        'aria-describedby': describes(messages.length > 0),
        'aria-invalid': !group && messages.length > 0 ? true : undefined,
      });
    },
  };
}

/** Splits a description from the example in its last line, as servers write it that have no keyword for examples. */
function describedExample({ description: text }) {
  if (typeof text !== 'string') return { text: '' };
  const [, before, written] = /^([^]*?)(?:^|\n)Example: (.{1,2000})$/.exec(text.trim()) ?? [];
  if (written === undefined) return { text: text.trim() };
  try {
    return { text: before.trim(), example: parseJson(written) };
  } catch {
    return { text: text.trim() };
  }
}

/** Buttons that offer a default and examples. */
export function offersOf(shape, use) {
  const offers = [];
  const add = (word, value) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (text === undefined || text === '' || text.length > 2000) return;
    const short = text.length > 36 ? `${text.slice(0, 35)}…` : text;
    offers.push(button('', () => use(value), { class: 'offer', title: text }));
    offers.at(-1).append(el('span', { class: 'quiet' }, `${word} `), foreign(short));
  };
  if (shape.schema.default !== undefined && shape.schema.default !== null) add('Default', shape.schema.default);
  const examples = Array.isArray(shape.schema.examples)
    ? shape.schema.examples
    : [shape.schema.example, describedExample(shape.schema).example];
  for (const example of examples.filter(value => value !== undefined).slice(0, 3)) add('Example', example);
  return offers;
}
