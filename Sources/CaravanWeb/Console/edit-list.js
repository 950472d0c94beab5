// The changes collected for a week. They are kept as long as the browser's tab, whatever view is looked at.
const key = (week) => `caravan.edits.${week}`;

/** The edits of a week, as `EDIT` and `REPLAN` take them. */
export function readEdits(week) {
  return JSON.parse(sessionStorage.getItem(key(week)) ?? '[]');
}

export function writeEdits(week, edits) {
  sessionStorage.setItem(key(week), JSON.stringify(edits));
}

/** Adds an edit, unless exactly the same one is there. */
export function addEdit(week, edit) {
  const edits = readEdits(week);
  if (!edits.some((other) => JSON.stringify(other) === JSON.stringify(edit))) writeEdits(week, [...edits, edit]);
}
