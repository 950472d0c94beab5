// Weeks and plans as the daemon has them; documents are kept until their revision changes.
import { command } from './protocol.js';
import { WeekModel } from './week-model.js';

const weeks = new Map();
const plans = new Map();
const kept = 12;

/** The list of weeks. */
export async function listWeeks(signal) {
  return (await command('WEEKS', [], {}, { signal })).records;
}

/** A week in its latest revision. */
export async function fetchWeek(id, signal) {
  const entry = (await listWeeks(signal)).find((record) => record.week === id);
  const known = weeks.get(id);
  if (entry && known?.revision === entry.revision && known.updated === entry.updated) return known.model;
  const { records, fields } = await command('WEEK', [id], {}, { signal });
  const revision = Number(fields.revision);
  const model = new WeekModel(records[0], revision);
  weeks.set(id, { model, revision, updated: entry?.updated });
  return model;
}

/** The versions of a week, the newest first. */
export async function listPlans(week, signal) {
  return (await command('PLANS', [week], {}, { signal })).records;
}

/** A plan with what the daemon says of it: versions never change, so they are fetched once. */
export async function fetchPlan(week, version, stamp, signal) {
  const key = `${week} ${version} ${stamp}`;
  if (!plans.has(key)) {
    const options = { version };
    const [plan, coverage, unheld] = await Promise.all([
      command('PLAN', [week], options, { signal }),
      command('COVERAGE', [week], options, { signal }),
      command('EXPLAIN', [week], options, { signal }),
    ]);
    if (plans.size >= kept) plans.delete(plans.keys().next().value);
    plans.set(key, {
      document: plan.records[0], fields: plan.fields,
      coverage: new Map(coverage.records.map((record) => [record.key, record])), unheld: unheld.records,
    });
  }
  return plans.get(key);
}

/** The version to show: as asked, else the published one, else the newest; undefined where there is none. */
export function chosenVersion(versions, wanted) {
  return versions.find((entry) => String(entry.version) === String(wanted))
    ?? versions.find((entry) => entry.published) ?? versions[0];
}
