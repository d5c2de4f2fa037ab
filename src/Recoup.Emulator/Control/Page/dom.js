/** Creates an element. Children that are text become text nodes, so data never becomes markup. */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || (value === false && typeof node[name] !== 'boolean')) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'class') node.className = value;
    else if (name in node && !name.includes('-')) node[name] = value;
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children.flat(2).filter(child => child !== undefined && child !== null && child !== false));
  return node;
}

/** Sets attributes; null or undefined removes one. */
export function attributes(node, values) {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null) node.removeAttribute(name);
    else node.setAttribute(name, String(value));
  }
}

let lastId = 0;

/** An id that no other element has. */
export const newId = prefix => `${prefix}-${++lastId}`;

/** Text from a catalog or a client: isolated, so that its direction cannot disturb the text around it. */
export const foreign = (text, tag = 'span', properties = {}) => el(tag, { dir: 'auto', ...properties }, String(text));

export const button = (text, onclick, properties = {}) => el('button', { type: 'button', onclick, ...properties }, text);

/** Says a text to screen readers. */
export function announce(text) {
  const region = document.getElementById('announcer');
  region.textContent = '';
  requestAnimationFrame(() => {
    region.textContent = text;
  });
}

/** Shows a short message at the edge of the page. */
export function toast(text, tone = 'good') {
  const note = el('div', { class: `toast ${tone}` }, foreign(text));
  document.getElementById('toasts').replaceChildren(note);
  setTimeout(() => note.remove(), tone === 'bad' ? 12000 : 4000);
}

/** Runs a change, then says what it was; shows its problem. */
export async function change(action, text) {
  try {
    await action();
    announce(text);
    return true;
  } catch (problem) {
    toast(problem.message, 'bad');
    return false;
  }
}

/** Calls a function once, after calls to it have paused. */
export function debounce(wait, action) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), wait);
  };
}

/** Calls a function at most once a frame. */
export function oncePerFrame(action) {
  let waits = false;
  return () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => {
      waits = false;
      action();
    });
  };
}

/** Asks a question in a dialog. */
export function confirmed(question, detail, verb) {
  return new Promise(resolve => {
    const title = newId('question');
    const dialog = el(
      'dialog',
      {
        'aria-labelledby': title,
        onclose: () => {
          dialog.remove();
          resolve(dialog.returnValue === 'yes');
        },
      },
      el('h2', { id: title }, question),
      el('p', {}, detail),
      el(
        'div',
        { class: 'row end' },
        button('Cancel', () => dialog.close('')),
        button(verb, () => dialog.close('yes'), { class: 'danger' }),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}
