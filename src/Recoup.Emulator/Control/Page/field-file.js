import { api } from './api.js';
import { button, el, foreign, newId, toast } from './dom.js';
import { isObject } from './json.js';

/** The form of a file: it is staged on the emulator, and its descriptor is the value. Nothing is uploaded. */
export function fileForm(context, shape, place) {
  let value;
  const node = el('div', { class: 'file' });
  const takesText = shape.schema.type === 'string';

  function labeled(text, control) {
    control.id = newId('file');
    return el('div', { class: 'pair' }, el('label', { htmlFor: control.id }, text), control);
  }

  function draw() {
    if (value !== undefined) {
      const text = isObject(value) ? `${value.name} · ${value.mimetype} · ${value.s3key}` : String(value);
      node.replaceChildren(
        el('p', { class: 'descriptor' }, foreign(text)),
        button(
          'Choose another file',
          () => {
            value = undefined;
            draw();
            context.changed();
            focus();
          },
          { class: 'small' },
        ),
      );
      return;
    }
    const name = el('input', { type: 'text', placeholder: 'cover.png', autocomplete: 'off' });
    const type = el('input', { type: 'text', placeholder: 'image/png', autocomplete: 'off' });
    const picker = el('input', {
      type: 'file',
      onchange: () => {
        const [file] = picker.files;
        if (file) [name.value, type.value] = [file.name, file.type || 'application/octet-stream'];
      },
    });
    const stage = button(
      'Stage file',
      async () => {
        try {
          value = await api.stageFile({ name: name.value || name.placeholder, mimetype: type.value || type.placeholder });
          draw();
          context.changed();
          node.querySelector('button').focus();
        } catch (problem) {
          toast(problem.message, 'bad');
        }
      },
      { 'aria-label': `Stage file for ${place.name}` },
    );
    const address = el('input', {
      type: 'text',
      autocomplete: 'off',
      onchange: () => {
        value = address.value || undefined;
        draw();
        context.changed();
      },
    });
    node.replaceChildren(
      labeled('File on this computer', picker),
      labeled('File name', name),
      labeled('Media type', type),
      stage,
      ...(takesText ? [labeled('Or a path or web address', address)] : []),
    );
  }
  draw();

  const focus = () => node.querySelector('button, input:not([type=file])').focus();
  return {
    node,
    get: () => value,
    set(given) {
      value = given;
      draw();
    },
    accepts: given => (isObject(given) && typeof given.s3key === 'string') || (takesText && typeof given === 'string'),
    child: () => undefined,
    focus,
  };
}
