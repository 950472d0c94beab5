// The token that a listener may ask for. It is kept as long as the browser's tab.
import { askInDialog } from './dialog.js';
import { h } from './dom.js';
import { t } from './texts.js';

const key = 'caravan.token';
let asking = null;

export const token = {
  header() {
    const kept = sessionStorage.getItem(key);
    return kept ? { Authorization: `Bearer ${kept}` } : {};
  },

  /** Asks once, however many commands were refused. */
  ask(signal) {
    signal?.throwIfAborted();
    asking ??= prompt(sessionStorage.getItem(key) !== null).finally(() => { asking = null; });
    return asking;
  },
};

async function prompt(wasWrong) {
  const input = h('input', {
    id: 'token', type: 'password', required: true, autocomplete: 'off', 'aria-describedby': 'token-note',
  });
  const content = [
    h('p', { id: 'token-note' }, t(wasWrong ? 'token.wrong' : 'token.note')),
    h('p', { class: 'field' }, h('label', { for: 'token' }, t('token.label')), input),
  ];
  for (;;) {
    const given = await askInDialog({ title: t('token.title'), content, accept: t('token.enter') });
    if (given && input.value.trim()) break;
  }
  sessionStorage.setItem(key, input.value.trim());
}
