import { arrayForm } from './field-array.js';
import { complexField } from './field-complex.js';
import { fileForm } from './field-file.js';
import { jsonField } from './field-json.js';
import { objectForm } from './field-object.js';
import { choiceField, inputField } from './field-scalar.js';
import { scalarUnionField, unionForm } from './field-union.js';
import { isScalarUnion, shapeOf } from './schema.js';

const forms = { object: objectForm, array: arrayForm, tuple: arrayForm, union: unionForm, file: fileForm };
const fields = { text: inputField, number: inputField, boolean: choiceField, choice: choiceField, json: jsonField };

/** The form of a shape with several controls; undefined for a single value. */
export function formOf(context, shape, place) {
  return isScalarUnion(shape) ? undefined : forms[shape.kind]?.(context, shape, place);
}

/**
 * Creates the field of a schema.
 * @param context `root` is the whole schema; `changed()` is called after an edit; `broken` has areas without valid JSON.
 * @param place `name`, `required`, `depth`, and `remove` for an item.
 * @returns `node`, `get()` (undefined if it is not sent), `set(value)`, `child(segment)`, `show(messages)`, `focus()`.
 */
export function createField(context, schema, place) {
  const shape = shapeOf(schema, context.root);
  if (isScalarUnion(shape)) return scalarUnionField(context, shape, place);
  const form = forms[shape.kind];
  return form ? complexField(context, shape, place, () => form(context, shape, place)) : fields[shape.kind](context, shape, place);
}
