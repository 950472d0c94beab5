// Where the reader is: `#/VIEW?key=value`. Links, reload and the back button all go by it.

/** The view and its parameters. */
export function readRoute() {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return { view: path, params: Object.fromEntries(new URLSearchParams(query)) };
}

/** The address of a view. */
export function address(view, params = {}) {
  const given = Object.entries(params).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const query = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return `#/${view}${query ? `?${query}` : ''}`;
}

/** Goes to a view. */
export function go(view, params = {}) {
  location.hash = address(view, params);
}

/** Changes parameters of the present view without leaving it, and without a new step in the history. */
export function keep(changes) {
  const { view, params } = readRoute();
  history.replaceState(null, '', address(view, { ...params, ...changes }));
}
