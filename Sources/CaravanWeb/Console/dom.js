// Elements from values. Text always becomes text nodes: what planners typed is never read as markup.
const svgSpace = 'http://www.w3.org/2000/svg';

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

/** An HTML element; a function as `onclick` listens to `click`. */
export function h(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** An SVG element. */
export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(svgSpace, name), attributes, children);
}

/** Puts new content into an element, and keeps the focus on a control of the same id. */
export function show(element, ...children) {
  const focused = element.contains(document.activeElement) ? document.activeElement.id : '';
  element.replaceChildren(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  return element;
}

/** A button. */
export function button(label, onclick, attributes = {}) {
  return h('button', { type: 'button', ...attributes, onclick }, label);
}

/** A labelled choice; options are `[value, label]` or `{group, options}`. */
export function select(id, label, options, chosen, onchange) {
  const option = ([value, name]) => h('option', { value, selected: String(value) === String(chosen ?? '') }, name);
  const list = options.map((entry) => (Array.isArray(entry)
    ? option(entry) : h('optgroup', { label: entry.group }, entry.options.map(option))));
  const field = h('select', { id, onchange: onchange && ((event) => onchange(event.target.value)) }, list);
  return h('p', { class: 'field' }, h('label', { for: id }, label), field);
}

/** A labelled input. */
export function input(id, label, attributes = {}) {
  return h('p', { class: 'field' }, h('label', { for: id }, label), h('input', { id, ...attributes }));
}

/** A labelled checkbox. */
export function check(id, label, attributes = {}) {
  return h('p', { class: 'check' }, h('input', { id, type: 'checkbox', ...attributes }), h('label', { for: id }, label));
}

/** A table with headings; `classes` names the columns, cells may be elements. */
export function table(caption, headings, rows, classes = []) {
  const cell = (content, column) => h(column === 0 ? 'th' : 'td', {
    class: classes[column], scope: column === 0 ? 'row' : undefined,
  }, content);
  return h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    h('table', {},
      h('caption', { class: 'visually-hidden' }, caption),
      h('thead', {}, h('tr', {}, headings.map((text, at) => h('th', { scope: 'col', class: classes[at] }, text)))),
      h('tbody', {}, rows.map((row) => h('tr', {}, row.map(cell))))));
}
