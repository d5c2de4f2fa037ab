/** Addresses of the page: #/view or #/view/item. */
export function currentRoute() {
  const [view, ...item] = location.hash.replace(/^#\/?/, '').split('/');
  let name;
  try {
    name = decodeURIComponent(item.join('/'));
  } catch {
    name = '';
  }
  return { view: view || 'actions', item: name };
}

export const address = (view, item) => (item === undefined || item === '' ? `#/${view}` : `#/${view}/${encodeURIComponent(item)}`);

export function go(view, item) {
  location.hash = address(view, item);
}

export function onRoute(listener) {
  addEventListener('hashchange', () => listener(currentRoute()));
  listener(currentRoute());
}
