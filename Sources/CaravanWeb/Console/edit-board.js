// A list of edits with the form that adds to it.
import { announce } from './announce.js';
import { button, h, show } from './dom.js';
import { editForm } from './edit-form.js';
import { editSentence } from './edit-words.js';
import { number } from './figures.js';
import { t } from './texts.js';

/**
 * The board. `edits` is the list to begin with; `changed` hears of every new one.
 * @returns the element
 */
export function editBoard(model, prefix, edits, changed) {
  const items = h('ol', { class: 'edits', 'aria-label': t('edit.list') });
  const update = (next, said) => {
    edits = next;
    changed(edits);
    draw();
    announce(said);
  };
  const remove = (place) => {
    update(edits.filter((_, at) => at !== place), t('edit.removed'));
    (items.querySelector('button') ?? form.querySelector('button.add')).focus();
  };
  const draw = () => show(items, edits.length
    ? edits.map((edit, at) => h('li', {}, h('span', {}, editSentence(model, edit)),
      button('×', () => remove(at), { class: 'close', 'aria-label': t('edit.remove', editSentence(model, edit)) })))
    : h('li', { class: 'empty' }, t('edit.none')));
  const form = editForm(model, prefix, (edit) => {
    if (edits.some((other) => JSON.stringify(other) === JSON.stringify(edit))) return;
    update([...edits, edit], t('edit.added', editSentence(model, edit), number(edits.length + 1)));
  });
  draw();
  return h('div', { class: 'edit-board' }, form, items);
}
