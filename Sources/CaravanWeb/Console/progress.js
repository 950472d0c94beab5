// A running job, drawn live: figures, chart, latest improvements, and the ways to end it.
import { announce } from './announce.js';
import { askInDialog } from './dialog.js';
import { button, h, show } from './dom.js';
import { convergenceChart, improvements } from './chart.js';
import { faultBox, guarded } from './faults.js';
import { percent, points, seconds } from './figures.js';
import { cancel, follow, stop } from './jobs.js';
import { family, t } from './texts.js';

const phase = family('phase');
const listed = 8;
const spokenEvery = 5000;

/**
 * Puts a live view of a job into an element.
 * @returns the fields of the job's closing line; undefined where it ended without a plan, which is shown.
 */
export async function showProgress(element, { job, title, limit, signal, proposal = false }) {
  const view = new Progress(element, job, title, limit, proposal);
  try {
    const fields = await follow(job, (point) => view.add(point), signal);
    view.end(fields);
    return fields;
  } catch (error) {
    view.fail(error);
    return undefined;
  } finally {
    view.leave();
  }
}

class Progress {
  #series = [];
  #began = performance.now();
  #said = 0;
  #over = false;

  constructor(element, job, title, limit, proposal) {
    this.limit = limit;
    // A proposal stands under a heading of its own; a job right under the page's.
    const level = proposal ? 3 : 2;
    this.figures = h('dl', { class: 'facts live-facts' });
    this.plot = h('div', { class: 'plot' });
    this.log = h('ol', { class: 'improvements', 'aria-label': t('solve.improvements') });
    this.state = h('p', { class: 'job-state' }, t('state.running'));
    this.ends = h('div', { class: 'actions' },
      button(t(proposal ? 'solve.stopProposal' : 'solve.stop'), () => guarded(this.box, () => stop(job)), { class: 'primary' }),
      button(t('solve.cancel'), () => this.#cancel(job)));
    this.box = h('section', { class: 'progress', 'data-job': job, 'aria-label': title },
      h('header', {}, h(`h${level}`, {}, title), this.state),
      this.figures,
      h('div', { class: 'progress-body' },
        h('figure', {}, this.plot, h('figcaption', {}, legend())),
        h('div', {}, h(`h${level + 1}`, {}, t('solve.improvements')), this.log)),
      this.ends);
    show(element, this.box);
    this.timer = setInterval(() => this.draw(), 500);
    this.resize = new ResizeObserver(() => this.draw());
    this.resize.observe(this.plot);
    this.draw();
  }

  add(point) {
    this.#series.push(point);
    this.#began = performance.now() - point.seconds * 1000;
    this.state.textContent = point.phase === 'queued' ? t('solve.queued') : t('state.running');
    this.draw();
    if (performance.now() - this.#said < spokenEvery) return;
    this.#said = performance.now();
    if (point.objective !== undefined) {
      announce(t('solve.said', points(point.objective), points(point.bound), percent(point.gap)));
    }
  }

  draw() {
    const last = this.#series.at(-1) ?? {};
    const queued = last.phase === 'queued' || last.phase === undefined;
    const now = queued ? 0 : this.#over ? last.seconds : (performance.now() - this.#began) / 1000;
    const facts = [
      ['plan.objective', points(last.objective)], ['plan.bound', points(last.bound)], ['plan.gap', percent(last.gap)],
      ['solve.time', this.limit ? t('solve.timeOf', seconds(now), seconds(this.limit)) : seconds(now)],
      ['solve.phase', last.phase ? phase(last.phase) : '–'],
    ];
    show(this.figures, facts.map(([key, value]) => h('div', {}, h('dt', {}, t(key)), h('dd', {}, value))));
    const width = Math.max(280, Math.floor(this.plot.clientWidth || 640));
    show(this.plot, convergenceChart(this.#series, { width, height: width < 500 ? 220 : 280, now, limit: this.limit }));
    this.plot.firstChild.dataset.points = this.#series.length;
    show(this.log, improvements(this.#series).slice(-listed).reverse().map((point) =>
      h('li', {}, t('chart.point', seconds(point.seconds), points(point.objective), phase(point.phase)))));
  }

  end(fields) {
    const last = this.#series.at(-1) ?? { seconds: 0, phase: 'search' };
    const value = (name) => (fields[name] === undefined ? last[name] : Number(fields[name]));
    this.#over = true;
    this.#series.push({
      ...last, seconds: Math.max(last.seconds, (performance.now() - this.#began) / 1000),
      objective: value('objective'), bound: value('bound'), gap: value('gap'),
    });
    this.state.textContent = t('state.done');
    this.ends.remove();
    this.draw();
    announce(t('solve.doneSaid', points(fields.objective), percent(fields.gap)));
  }

  fail(error) {
    this.#over = true;
    this.ends.remove();
    this.state.textContent = t('solve.ended');
    const box = faultBox(error);
    if (box) this.box.append(box);
  }

  leave() {
    clearInterval(this.timer);
    this.resize.disconnect();
  }

  async #cancel(job) {
    const agreed = await askInDialog({
      title: t('solve.cancelTitle'), content: h('p', {}, t('solve.cancelNote')), accept: t('solve.cancelYes'),
      decline: t('solve.goOn'), kind: 'danger',
    });
    if (agreed) await guarded(this.box, () => cancel(job));
  }
}

function legend() {
  return [['objective', 'plan.objective'], ['bound', 'plan.bound'], ['between', 'chart.between']].map(([kind, key]) =>
    h('span', { class: `legend-${kind}` }, t(key)));
}
