import { attributes, button, el } from './dom.js';
import { frame, offersOf } from './field-frame.js';
import { jsonArea } from './field-json.js';

/** How many fields a form opens by itself; more are opened by hand. */
const maxOpened = 300;
const maxDepth = 3;

/** A value that is nested deeper is edited as JSON. */
const maxValueDepth = 20;

/**
 * A field of several controls: absent, null, a form or JSON.
 * @param build creates the form: `node`, `get`, `set`, `accepts`, `child`, `focus`.
 */
export function complexField(context, shape, place, build) {
  const holder = el('div', { class: 'holder' });
  const add = button(
    'Add',
    () => {
      enter('form');
      changed();
      focus();
    },
    { class: 'small', 'aria-label': `Add ${place.name}` },
  );
  const clear = button(
    'Clear',
    () => {
      enter('absent');
      changed();
      add.focus();
    },
    { class: 'small', 'aria-label': `Clear ${place.name}` },
  );
  const asJson = button('JSON', () => toggle(), { class: 'small', 'aria-pressed': 'false', 'aria-label': `Edit ${place.name} as JSON` });
  const asNull = button(
    'null',
    () => {
      enter(mode === 'null' ? 'absent' : 'null');
      changed();
    },
    { class: 'small', 'aria-pressed': 'false', 'aria-label': `Send null for ${place.name}` },
  );
  const use = value => {
    set(value);
    changed();
    focus();
  };
  const framed = frame(context, shape, place, holder, {
    group: true,
    tools: [add, clear, ...(shape.nullable ? [asNull] : []), asJson],
    offers: offersOf(shape, use),
  });
  let mode;
  let form;
  let json;
  let problem;
  let shown = [];

  function show(messages) {
    shown = messages;
    framed.show(mode === 'json' && problem ? [problem, ...messages] : messages);
  }

  function enter(next) {
    mode = next;
    if (mode === 'form') form ??= build();
    if (mode === 'json') {
      json ??= jsonArea(context, { rows: 4, 'aria-label': `${place.name} as JSON` }, found => {
        problem = found;
        show(shown);
      });
    }
    holder.replaceChildren(...(mode === 'form' ? [form.node] : mode === 'json' ? [json.area] : []));
    add.hidden = mode !== 'absent' && mode !== 'null';
    clear.hidden = place.required || mode === 'absent' || mode === 'null';
    attributes(asJson, { 'aria-pressed': mode === 'json' });
    attributes(asNull, { 'aria-pressed': mode === 'null' });
    show(shown);
  }

  function toggle() {
    const value = get();
    if (mode === 'json') {
      if (value !== undefined && (value === null || !accepts(value))) return show([`The form cannot show this value of ${place.name}.`]);
      enter('form');
      form.set(value);
    } else {
      enter('json');
      json.set(value ?? undefined);
    }
    changed();
    focus();
  }

  function accepts(value) {
    form ??= build();
    return form.accepts(value);
  }

  function set(value) {
    if (value === undefined) {
      if (form) form.set(undefined);
      enter(place.required && form ? 'form' : 'absent');
    } else if (value === null && shape.nullable) {
      enter('null');
    } else if (value !== null && place.depth < maxValueDepth && accepts(value)) {
      enter('form');
      form.set(value);
    } else {
      enter('json');
      json.set(value);
    }
  }

  const get = () => (mode === 'form' ? form.get() : mode === 'json' ? json.get() : mode === 'null' ? null : undefined);
  const changed = () => context.changed();
  const focus = () => (mode === 'form' ? form.focus() : mode === 'json' ? json.area.focus() : add.focus());

  context.opened += 1;
  const opens = place.required && place.depth <= maxDepth && context.opened < maxOpened;
  enter(opens ? 'form' : 'absent');
  return {
    node: framed.node,
    show,
    get,
    set,
    focus,
    accepts: value => value === undefined || value === null || accepts(value),
    child: segment => (mode === 'form' ? form.child(segment) : undefined),
    missing: () => (mode === 'form' && form.missing ? form.missing() : []),
  };
}
