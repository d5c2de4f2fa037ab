import { el } from './dom.js';
import { frame, offersOf } from './field-frame.js';
import { formatJson, parseJson } from './json.js';

/** A text area for JSON. Broken JSON is in `context.broken`, and is not sent. */
export function jsonArea(context, properties, report) {
  let value;
  const area = el('textarea', {
    class: 'code',
    rows: 2,
    spellcheck: false,
    autocomplete: 'off',
    ...properties,
    oninput: () => {
      read();
      context.changed();
    },
  });

  function read() {
    let problem;
    value = undefined;
    try {
      if (area.value.trim() !== '') value = parseJson(area.value);
    } catch (error) {
      problem = `This is not JSON: ${error.message}`;
    }
    if (problem) context.broken.add(area);
    else context.broken.delete(area);
    report(problem);
  }

  return {
    area,
    get: () => value,
    set(given) {
      area.value = given === undefined ? '' : formatJson(given);
      read();
    },
  };
}

/** A field for any JSON, as text. */
export function jsonField(context, shape, place) {
  let problem;
  let shown = [];
  let framed;
  const show = messages => {
    shown = messages;
    framed?.show(problem ? [problem, ...messages] : messages);
  };
  const json = jsonArea(context, { placeholder: place.required ? 'JSON' : 'JSON; not sent if empty' }, found => {
    problem = found;
    show(shown);
  });
  const use = offered => {
    json.set(offered);
    context.changed();
    json.area.focus();
  };
  framed = frame(context, shape, place, json.area, { offers: offersOf(shape, use) });
  return { node: framed.node, show, set: json.set, accepts: () => true, focus: () => json.area.focus(), get: json.get };
}
