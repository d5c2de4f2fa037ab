import { el } from './dom.js';
import { jsonArea } from './field-json.js';
import { objectForm } from './field-object.js';
import { isObject, segmentsOf } from './json.js';
import { shapeOf } from './schema.js';

/** The parameters of an action: a form made from their schema, or one text of JSON. */
export class SchemaForm {
  #shown = [];

  constructor(schema, onChange) {
    this.context = { root: schema, opened: 0, broken: new Set(), changed: onChange };
    const shape = shapeOf(schema, schema);
    this.form = shape.kind === 'object' ? objectForm(this.context, shape, { name: 'parameters', depth: 0, required: true }) : undefined;
    this.problem = el('p', { class: 'problem', role: 'alert' });
    this.json = jsonArea(this.context, { rows: 12, 'aria-label': 'Parameters as JSON' }, problem => {
      this.problem.textContent = problem ?? (isObject(this.json?.get() ?? {}) ? '' : 'The parameters must be a JSON object.');
    });
    this.node = el('div', { class: 'schema-form' });
    this.showAs(this.form ? 'form' : 'json', {});
  }

  get mode() {
    return this.isJson ? 'json' : 'form';
  }

  get hasForm() {
    return this.form !== undefined;
  }

  /** Whether a part is not valid JSON, so that the parameters cannot be read. */
  get isBroken() {
    return [...this.context.broken].some(area => area.isConnected) || !isObject(this.value);
  }

  get value() {
    return this.isJson ? (this.json.get() ?? {}) : this.form.get();
  }

  set value(parameters) {
    this.showAs(this.mode, parameters);
  }

  /** Shows the parameters as `form` or as `json`; returns whether the form can show them. */
  showAs(mode, parameters = this.value) {
    if (mode === 'form' && !this.form.accepts(parameters)) return false;
    this.isJson = mode === 'json';
    (this.isJson ? this.json : this.form).set(parameters);
    this.node.replaceChildren(...(this.isJson ? [this.json.area, this.problem] : [this.form.node]));
    return true;
  }

  /** Shows violations at their fields; those of missing members only if `all` is true. */
  show(violations, all) {
    for (const field of this.#shown) field.show([]);
    const messages = new Map();
    const add = (field, message) => messages.set(field, [...(messages.get(field) ?? []), message]);
    for (const violation of this.isJson ? [] : violations) {
      if (violation.keyword === 'required') {
        for (const field of all ? this.#missing(violation) : []) add(field, 'This parameter is required.');
        continue;
      }
      const field = this.#locate(violation.pointer);
      if (field) add(field, violation.message);
    }
    for (const [field, texts] of messages) field.show([...new Set(texts)]);
    this.#shown = [...messages.keys()];
  }

  /** Moves the focus to the field of a violation. */
  focus(violation) {
    if (this.isJson) return this.json.area.focus();
    const missing = violation.keyword === 'required' ? this.#missing(violation)[0] : undefined;
    (missing ?? this.#locate(violation.pointer) ?? this.form).focus();
  }

  #locate(pointer) {
    let place = this.form;
    for (const segment of segmentsOf(pointer)) {
      const next = place.child?.(segment);
      if (!next) break;
      place = next;
    }
    return place === this.form ? undefined : place;
  }

  /** The fields of the members that a violation of `required` names; its message has them in quotes. */
  #missing({ pointer, message }) {
    const owner = pointer === '' ? this.form : this.#locate(pointer);
    const missing = owner?.missing?.() ?? [];
    const named = missing.filter(([name]) => message.includes(JSON.stringify(name)));
    const fields = (named.length > 0 ? named : missing).map(([, field]) => field);
    return fields.length === 0 && owner?.show ? [owner] : fields;
  }
}
