// Modal dialogs. `showModal` keeps the focus inside and everything else inert; the focus goes back where it came from.
import { button, h } from './dom.js';
import { t } from './texts.js';

/** Opens a dialog; `side` docks it to the edge of the window. Resolves with its return value once it is closed. */
export function openDialog({ title, content, actions = [], side = false, onclose }) {
  const before = document.activeElement;
  const heading = h('h2', { id: `dialog-${Date.now()}`, tabindex: '-1' }, title);
  const body = h('div', { class: 'dialog-body' }, content);
  const dialog = h('dialog', { class: side ? 'side' : '', 'aria-labelledby': heading.id },
    h('header', {}, heading, button('×', () => dialog.close(''), { class: 'close', 'aria-label': t('dialog.close') })),
    body,
    actions.length ? h('footer', {}, actions.map(({ label, value, kind }) =>
      button(label, () => dialog.close(value), { class: kind ?? '' }))) : null);
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(''); });
  const closed = new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (before?.isConnected) before.focus({ preventScroll: true });
      onclose?.();
      resolve(dialog.returnValue);
    });
  });
  document.body.append(dialog);
  dialog.showModal();
  if (side) heading.focus();
  return { dialog, body, closed };
}

/** Asks; true where the answer is yes. Enter in a field of the content answers yes as well. */
export async function askInDialog({ title, content, accept, decline = t('dialog.cancel'), kind = 'primary' }) {
  const { dialog, body, closed } = openDialog({
    title, content, actions: [{ label: decline, value: '' }, { label: accept, value: 'yes', kind }],
  });
  body.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.matches('input:not([type=checkbox])')) {
      event.preventDefault();
      dialog.close('yes');
    }
  });
  (body.querySelector('input, select') ?? dialog.querySelector(`footer .${kind}`))?.focus();
  return await closed === 'yes';
}
