// The scenarios of a week, `{name, edits}`; kept as long as the browser's tab.
const key = (week) => `caravan.scenarios.${week}`;

export function readScenarios(week) {
  return JSON.parse(sessionStorage.getItem(key(week)) ?? '[]');
}

export function writeScenarios(week, scenarios) {
  sessionStorage.setItem(key(week), JSON.stringify(scenarios));
}
