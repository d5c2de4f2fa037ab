import { attributes, el, newId, oncePerFrame } from './dom.js';

/** A list of which only the visible rows are elements. Its role is listbox or grid. */
export class VirtualList {
  #items = [];
  #rows = new Map();
  #active = -1;
  #draw = oncePerFrame(() => this.draw());

  /**
   * @param options `role`, `label`, `rowHeight` in rem, `key(item)`, `render(item)` returns the content of a row, `open(item)`,
   * `header` is a row above the others, `owner` is the element that has the focus if it is not the list.
   */
  constructor(options) {
    this.options = options;
    this.isGrid = options.role === 'grid';
    this.offset = options.header ? 1 : 0;
    this.canvas = el('div', { class: 'canvas', role: this.isGrid ? 'rowgroup' : 'presentation' });
    this.node = el(
      'div',
      {
        class: 'virtual-list',
        role: options.role,
        tabIndex: 0,
        'aria-label': options.label,
        id: newId('list'),
        onscroll: this.#draw,
        onkeydown: event => this.key(event),
        onfocus: () => this.activate(Math.max(this.#active, 0), false),
      },
      options.header,
      this.canvas,
    );
    this.owner = options.owner ?? this.node;
    new ResizeObserver(this.#draw).observe(this.node);
  }

  get items() {
    return this.#items;
  }

  get active() {
    return this.#items[this.#active];
  }

  get rowHeight() {
    return this.options.rowHeight * parseFloat(getComputedStyle(document.documentElement).fontSize);
  }

  /** Shows other items. `added` is the number of new ones before the first visible one, which stays where it is. */
  set(items, added = 0) {
    const active = this.active && this.options.key(this.active);
    this.#items = items;
    this.#active = active === undefined ? -1 : items.findIndex(item => this.options.key(item) === active);
    if (this.isGrid) attributes(this.node, { 'aria-rowcount': items.length + this.offset });
    if (added > 0 && this.node.scrollTop > 0) this.node.scrollTop += added * this.rowHeight;
    this.draw();
  }

  /** Marks the item that is open. */
  select(key) {
    this.selected = key;
    for (const [rowKey, { row }] of this.#rows) attributes(row, { 'aria-selected': rowKey === key });
  }

  draw() {
    const height = this.rowHeight;
    this.canvas.style.height = `${this.#items.length * height}px`;
    const first = Math.max(0, Math.floor(this.node.scrollTop / height) - 5);
    const last = Math.min(this.#items.length, Math.ceil((this.node.scrollTop + this.node.clientHeight) / height) + 5);
    const visible = new Map();
    for (let index = first; index < last; index++) {
      const item = this.#items[index];
      const key = this.options.key(item);
      const known = this.#rows.get(key);
      const entry = known?.item === item ? known : this.#create(item, key);
      this.#place(entry.row, index, height, key);
      visible.set(key, entry);
    }
    for (const [key, entry] of this.#rows) if (visible.get(key) !== entry) entry.row.remove();
    let before = null;
    for (const { row } of visible.values()) {
      if (!row.isConnected || row.previousSibling !== before)
        this.canvas.insertBefore(row, before ? before.nextSibling : this.canvas.firstChild);
      before = row;
    }
    this.#rows = visible;
    attributes(this.owner, { 'aria-activedescendant': visible.get(this.active && this.options.key(this.active))?.row.id });
  }

  #create(item, key) {
    const row = el(
      'div',
      {
        class: 'list-row',
        id: newId('row'),
        role: this.isGrid ? 'row' : 'option',
        onclick: () => this.#open(this.#items.findIndex(other => this.options.key(other) === key)),
      },
      this.options.render(item),
    );
    return { item, row };
  }

  #place(row, index, height, key) {
    row.style.height = `${height}px`;
    row.style.transform = `translateY(${index * height}px)`;
    row.classList.toggle('active', index === this.#active);
    attributes(
      row,
      this.isGrid
        ? { 'aria-rowindex': index + 1 + this.offset, 'aria-selected': key === this.selected }
        : { 'aria-posinset': index + 1, 'aria-setsize': this.#items.length, 'aria-selected': key === this.selected },
    );
  }

  /** Moves the active row, and shows it. */
  activate(index, scrolls = true) {
    if (this.#items.length === 0) return;
    this.#active = Math.min(Math.max(index, 0), this.#items.length - 1);
    const height = this.rowHeight;
    const header = this.options.header?.offsetHeight ?? 0;
    const top = this.#active * height;
    if (scrolls && top < this.node.scrollTop) this.node.scrollTop = top;
    if (scrolls && top + height > this.node.scrollTop + this.node.clientHeight - header)
      this.node.scrollTop = top + height - this.node.clientHeight + header;
    this.draw();
  }

  #open(index) {
    this.activate(index, false);
    if (this.active) this.options.open(this.active);
  }

  /** Handles a key; returns whether it was one of the list's. */
  key(event) {
    const page = Math.max(1, Math.floor(this.node.clientHeight / this.rowHeight) - 1);
    const ofNode = event.currentTarget === this.node;
    const moves = {
      ArrowDown: this.#active + 1,
      ArrowUp: this.#active - 1,
      PageDown: this.#active + page,
      PageUp: this.#active - page,
      ...(ofNode ? { Home: 0, End: this.#items.length - 1 } : {}),
    };
    if (event.key in moves) this.activate(moves[event.key]);
    else if (event.key === 'Enter' && this.active) this.#open(this.#active);
    else return;
    event.preventDefault();
  }
}
