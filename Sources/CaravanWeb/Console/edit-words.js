// An edit as a sentence.
import { list, number, yuan } from './figures.js';
import { t, word } from './texts.js';

const shownSlots = 3;

function slotWords(model, slots) {
  if (!slots) return t('edit.allWeek');
  if (slots.length > shownSlots) return t('edit.slots', number(slots.length));
  return list(slots.map((slot) => model.instanceName(slot)));
}

const sentences = {
  away: (model, edit) => t('edit.away', model.memberName(edit.member), slotWords(model, edit.slots)),
  close: (model, edit) => t('edit.close', model.venueName(edit.venue), slotWords(model, edit.slots)),
  closeTownship: (model, edit) => t('edit.closeTownship', model.placeName(edit.township), slotWords(model, edit.slots)),
  withdraw: (model, edit) => t('edit.withdraw', model.requestTitle(edit.request)),
  limit: (model, edit) => (edit.limit === undefined
    ? t('edit.factor', model.fundName(edit.fund), edit.factor)
    : t('edit.limit', model.fundName(edit.fund), yuan(edit.limit))),
  add: (model, edit) => t('edit.add', word(edit.kind), edit.value?.name ?? edit.value?.title ?? edit.value?.id ?? ''),
  change: (model, edit) => t('edit.change', named(model, edit), Object.entries(edit.set ?? {})
    .map(([field, value]) => `${field}: ${JSON.stringify(value)}`).join(', ')),
  pin: (model, edit) => t('edit.pin', model.requestTitle(edit.request)),
  unpin: (model, edit) => t('edit.unpin', model.requestTitle(edit.request)),
};

function named(model, { kind, id }) {
  const lists = { request: model.requests, venue: model.venues, township: model.townships, fund: model.funds };
  const item = (lists[kind] ?? model.members).get(id);
  return item?.name ?? item?.title ?? id;
}

/** What an edit says, for people; one that is not known is shown as it is written. */
export function editSentence(model, edit) {
  return sentences[edit.op]?.(model, edit) ?? JSON.stringify(edit);
}
