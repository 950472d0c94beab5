// A week document with its names at hand.
import { day, list } from './figures.js';
import { t, word } from './texts.js';

export const pools = ['experts', 'mentors', 'kits'];

export class WeekModel {
  constructor(document, revision) {
    this.document = document;
    this.revision = revision;
    this.id = document.id;
    const byId = (items) => new Map((items ?? []).map((item) => [item.id, item]));
    this.townships = byId(document.townships);
    this.venues = byId(document.venues);
    this.requests = byId(document.requests);
    this.funds = byId(document.funds);
    this.slots = document.slots;
    this.slotNumbers = new Map(document.slots.map((slot, number) => [slot.id, number]));
    this.members = new Map(pools.flatMap((pool) =>
      (document[pool] ?? []).map((member) => [member.id, { ...member, pool }])));
    this.counties = [...new Set(document.townships.map((township) => township.county))];
    this.formats = [...new Set(document.requests.map((request) => request.format))].sort();
    this.dates = Array.from({ length: document.days }, (_, number) => {
      const date = new Date(`${document.start}T00:00:00Z`);
      date.setUTCDate(date.getUTCDate() + number);
      return date.toISOString().slice(0, 10);
    });
  }

  get title() {
    return this.document.title || this.id;
  }

  /** `{date, slot}` of `2025-05-24.am`. */
  split(instance) {
    const at = instance.indexOf('.');
    return { date: instance.slice(0, at), slot: instance.slice(at + 1) };
  }

  /** `09:00–11:30` of a start and a number of slots. */
  hours(start, duration = 1) {
    const first = this.slotNumbers.get(this.split(start).slot);
    if (first === undefined) return this.split(start).slot;
    const last = this.slots[Math.min(first + duration - 1, this.slots.length - 1)];
    return `${this.slots[first].start}–${last.end}`;
  }

  /** Date and hours of a session. */
  time(session) {
    const duration = this.requests.get(session.request)?.duration ?? 1;
    return `${day(this.split(session.start).date)} ${this.hours(session.start, duration)}`;
  }

  townshipName(id) {
    return this.townships.get(id)?.name ?? id;
  }

  /** Township with its county. */
  placeName(id) {
    const township = this.townships.get(id);
    return township ? t('plan.place', township.name, township.county) : id;
  }

  venueName(id) {
    return this.venues.get(id)?.name ?? id;
  }

  memberName(id) {
    return this.members.get(id)?.name ?? id;
  }

  fundName(id) {
    return this.funds.get(id)?.name ?? id;
  }

  requestTitle(id) {
    return this.requests.get(id)?.title ?? id;
  }

  crewNames(session) {
    return list((session.crew ?? []).map((id) => this.memberName(id)));
  }

  audienceName(id) {
    return word(id);
  }

  /** All slot instances, in time. */
  get instances() {
    return this.dates.flatMap((date) => this.slots.map((slot) => `${date}.${slot.id}`));
  }

  /** A slot instance for people. */
  instanceName(instance) {
    return `${day(this.split(instance).date)} ${this.hours(instance)}`;
  }

  /** Choices of members, by pool, as `select` takes them. */
  memberOptions() {
    return pools.map((pool) => ({
      group: word(pool),
      options: (this.document[pool] ?? []).map((member) => [member.id, member.name ?? member.id]),
    })).filter(({ options }) => options.length);
  }
}
