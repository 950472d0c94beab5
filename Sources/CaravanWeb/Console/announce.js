// One live region for everything that changes by itself.
let timer;

/** Says something to those who do not see the page; what comes in quick succession is said once. */
export function announce(text) {
  clearTimeout(timer);
  timer = setTimeout(() => { document.getElementById('live').textContent = text; }, 150);
}
