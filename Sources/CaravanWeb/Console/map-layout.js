// Where the townships' circles stand and how large they are: the rule of `MapLayout` and `CircleSpreading` in the daemon's
// reports, in the frame of a window; a test compares the two.
const rounds = 120;
const spacing = 1.5;
const pull = 0.04;

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/** The frame of a window as wide as this, lengths in pixels (`MapFrame.window`). */
export const frameOf = (width) => ({
  width, heights: [240, Math.max(260, Math.min(width, 540))], margin: 34, density: 0.12, radii: [4, 26], letters: 12, countyLetters: 14,
});

/** Residents of a township, all audiences together. */
export function residents(township) {
  return Object.values(township.population ?? {}).reduce((sum, count) => sum + count, 0);
}

/** Circles `{x, y, r}` in the order of the townships, and the height they take. */
export function layOut(townships, frame) {
  const range = (values) => [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), -Infinity)];
  const [south, north] = range(townships.map(({ lat }) => lat));
  const [west, east] = range(townships.map(({ lon }) => lon));
  const stretch = Math.max(0.05, Math.cos((north + south) / 2 * Math.PI / 180));
  const extent = { x: Math.max(1e-6, (east - west) * stretch), y: Math.max(1e-6, north - south) };
  const scale = Math.min((frame.width - 2 * frame.margin) / extent.x, (frame.heights[1] - 2 * frame.margin) / extent.y);
  const isPoint = extent.x <= 1e-6 && extent.y <= 1e-6;
  const height = clamp(isPoint ? 0 : extent.y * scale + 2 * frame.margin, ...frame.heights);
  const sizes = radii(townships, frame, frame.width * height);
  const circles = townships.map(({ lat, lon }, at) => ({
    x: frame.width / 2 + (isPoint ? 0 : (lon - (west + east) / 2) * stretch * scale),
    y: height / 2 - (isPoint ? 0 : (lat - (north + south) / 2) * scale), r: sizes[at],
  }));
  spread(circles, frame.width, height);
  return { circles, height };
}

/** Areas go by people, so that all circles together cover a part of the map. */
function radii(townships, { density, radii: [smallest, largest] }, area) {
  const people = townships.map(residents);
  const total = people.reduce((sum, count) => sum + count, 0);
  if (!(total > 0 && Number.isFinite(total))) return people.map(() => smallest * 2);
  const perPerson = density * area / total;
  return people.map((count) => clamp(Math.sqrt(count * perPerson / Math.PI), smallest, largest));
}

/** Moves circles apart that cover each other, and back towards their places as long as that does not end. */
function spread(circles, width, height) {
  const homes = circles.map(({ x, y }) => ({ x, y }));
  const cell = 2 * circles.reduce((most, { r }) => Math.max(most, r), 0) + spacing;
  for (let round = 0; round < rounds; round += 1) {
    const isPulling = round < rounds * 2 / 3;
    if (isPulling) {
      circles.forEach((circle, at) => {
        circle.x += (homes[at].x - circle.x) * pull;
        circle.y += (homes[at].y - circle.y) * pull;
      });
    }
    const moved = push(circles, cell);
    for (const circle of circles) {
      circle.x = clamp(circle.x, circle.r + 2, width - circle.r - 2);
      circle.y = clamp(circle.y, circle.r + 2, height - circle.r - 2);
    }
    if (!moved && !isPulling) return;
  }
}

/** Pushes every pair that overlaps half of it each; tells whether one did. Only neighbours in a grid are looked at. */
function push(circles, cell) {
  const place = ({ x, y }) => [Math.floor(x / cell), Math.floor(y / cell)];
  const grid = Map.groupBy(circles.keys(), (at) => place(circles[at]).join(' '));
  let moved = false;
  circles.forEach((circle, at) => {
    const [column, row] = place(circle);
    for (let x = column - 1; x <= column + 1; x += 1) {
      for (let y = row - 1; y <= row + 1; y += 1) {
        for (const other of grid.get(`${x} ${y}`) ?? []) {
          if (other > at && separate(circles, at, other)) moved = true;
        }
      }
    }
  });
  return moved;
}

function separate(circles, a, b) {
  const [one, two] = [circles[a], circles[b]];
  let [dx, dy] = [two.x - one.x, two.y - one.y];
  const wanted = one.r + two.r + spacing;
  let distance = Math.sqrt(dx * dx + dy * dy);
  if (distance >= wanted - 0.01) return false;
  if (distance < 1e-6) {
    // Two townships at one point part in a direction of their own, the same each time.
    const angle = (a * 7 + b) * 2.399963;
    [dx, dy, distance] = [Math.cos(angle), Math.sin(angle), 1];
  }
  const step = (wanted - Math.min(distance, wanted)) / 2 / distance;
  one.x -= dx * step;
  one.y -= dy * step;
  two.x += dx * step;
  two.y += dy * step;
  return true;
}

/** Corners of the smallest convex outline around points. */
export function hull(points) {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const turn = (a, b, c) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  const half = (list) => list.reduce((corners, point) => {
    while (corners.length > 1 && turn(corners.at(-2), corners.at(-1), point) <= 0) corners.pop();
    corners.push(point);
    return corners;
  }, []);
  return [...half(sorted).slice(0, -1), ...half(sorted.reverse()).slice(0, -1)];
}
