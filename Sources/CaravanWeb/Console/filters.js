// What the reader wants to see: kept in the address, shared by map, timetable and the list of what is not held.

export const filterKeys = ['county', 'township', 'audience', 'member', 'format', 'q'];

/** The filters among the parameters of an address. */
export function readFilters(params) {
  return Object.fromEntries(filterKeys.map((key) => [key, params[key] ?? '']));
}

export const isFiltered = (filters) => filterKeys.some((key) => filters[key]);

/** What the free text is looked for in. */
function searchable(model, request, townships, session) {
  return [request?.title, request?.id, request?.topic, request?.format,
    ...townships.map((id) => model.placeName(id)),
    session && model.venueName(session.venue), session && model.crewNames(session),
  ].join('\n').toLowerCase();
}

function fits(model, request, townships, filters, session) {
  if (filters.audience && request?.audience !== filters.audience) return false;
  if (filters.format && request?.format !== filters.format) return false;
  if (filters.township && !townships.includes(filters.township)) return false;
  if (filters.county && !townships.some((id) => model.townships.get(id)?.county === filters.county)) return false;
  if (!filters.q) return true;
  const text = searchable(model, request, townships, session);
  return filters.q.toLowerCase().split(/\s+/).every((part) => text.includes(part));
}

/** Whether a session is to be shown. */
export function sessionFits(model, session, filters) {
  if (filters.member && !session.crew.includes(filters.member)) return false;
  return fits(model, model.requests.get(session.request), [session.township], filters, session);
}

/** Whether a request without a session is to be shown; nobody is in its crew, so a member leaves none. */
export function unheldFits(model, record, filters) {
  if (filters.member) return false;
  const request = model.requests.get(record.request);
  return fits(model, request, request?.townships ?? [], filters);
}
