// Names on the map, as many as there is room for: the rule of `LabelPlacement` in the daemon's reports.

/** Width of a text in heights of its letters: Chinese characters are square, others about half as wide. */
const lengthOf = (text) => [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) >= 0x2e80 ? 1.02 : 0.58), 0);

/** Finds room for names, so that none covers another one or a circle. */
class Placement {
  #taken = [];

  constructor(circles, width, height) {
    Object.assign(this, { circles, width, height });
  }

  /** The first of these boxes that covers nothing, which is taken then. */
  take(boxes) {
    const free = boxes.find((box) => box.x >= 0 && box.y >= 0 && box.x + box.width <= this.width && box.y + box.height <= this.height
      && !this.#taken.some((other) => meets(box, other)) && !this.circles.some((circle) => covers(box, circle)));
    if (free) this.#taken.push(free);
    return free;
  }
}

const meets = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function covers(box, { x, y, r }) {
  const dx = x - Math.min(Math.max(x, box.x), box.x + box.width);
  const dy = y - Math.min(Math.max(y, box.y), box.y + box.height);
  return dx * dx + dy * dy < r * r;
}

/** Boxes beside a circle, the best first. */
function beside({ x, y, r }, width, height) {
  const [reach, slant] = [r + 2, r * 0.7 + 2];
  return [
    [x + reach, y - height / 2], [x - reach - width, y - height / 2],
    [x - width / 2, y + reach], [x - width / 2, y - reach - height],
    [x + slant, y + slant - height * 0.2], [x + slant, y - slant - height * 0.8],
    [x - slant - width, y + slant - height * 0.2], [x - slant - width, y - slant - height * 0.8],
  ].map(([left, top]) => ({ x: left, y: top, width, height }));
}

const steps = Array.from({ length: 169 }, (_, at) => [(Math.floor(at / 13) - 6) * 14, (at % 13 - 6) * 12])
  .sort(([ax, ay], [bx, by]) => (ax * ax + ay * ay) - (bx * bx + by * by) || ax - bx || ay - by);

/** Boxes around a point, the nearest first. */
const around = (point, width, height) => steps.map(([x, y]) => ({ x: point.x + x - width / 2, y: point.y + y - height / 2, width, height }));

/**
 * Places for the names of townships beside their circles, then for those of counties near the middle of theirs.
 * @param spots `{x, y, r, name, county, weight}`; the heaviest choose first.
 * @returns `{name, box, anchor, kind}` of those that found a place.
 */
export function placeLabels(spots, frame, height) {
  const placement = new Placement(spots, frame.width, height);
  const label = (name, letters, kind, boxes, point) => {
    const box = placement.take(boxes(point, lengthOf(name) * letters, letters * 1.15));
    return box ? [{ name, box, kind, letters, anchor: box.x >= point.x ? 'start' : box.x + box.width <= point.x ? 'end' : 'middle' }] : [];
  };
  const towns = [...spots].sort((a, b) => b.weight - a.weight)
    .flatMap((spot) => label(spot.name, frame.letters, 'township-name', beside, spot));
  const counties = [...Map.groupBy(spots, ({ county }) => county)].sort(([a], [b]) => (a < b ? -1 : 1));
  return [...towns, ...counties.flatMap(([name, members]) => {
    const middle = (of) => members.reduce((sum, spot) => sum + of(spot), 0) / members.length;
    return label(name, frame.countyLetters, 'county-name', around, { x: middle(({ x }) => x), y: middle(({ y }) => y) });
  })];
}
