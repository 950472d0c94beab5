// Where the townships' circles stand: true to the land, moved apart only as far as they would cover each other.
const rounds = 60;
const spacing = 1.5;

/** Kilometres east and south of the middle, of points in degrees; good enough for a province. */
function project(townships) {
  const middle = townships.reduce((sum, { lat }) => sum + lat, 0) / townships.length;
  const narrowing = Math.cos((middle * Math.PI) / 180);
  return townships.map(({ lat, lon }) => ({ x: lon * narrowing, y: -lat }));
}

/** Residents of a township, all audiences together where the document says no more. */
export function residents(township) {
  return Object.values(township.population ?? {}).reduce((sum, count) => sum + count, 0);
}

/** Circles `{x, y, r}` in pixels, in the order of the townships, and the height they take. */
export function layOut(townships, width, largest) {
  const spots = project(townships);
  const [left, right] = [Math.min(...spots.map(({ x }) => x)), Math.max(...spots.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...spots.map(({ y }) => y)), Math.max(...spots.map(({ y }) => y))];
  const margin = 34;
  const inner = width - 2 * margin;
  const highest = Math.max(260, Math.min(width, 540));
  const scale = Math.min(inner / Math.max(right - left, 0.02), (highest - 2 * margin) / Math.max(bottom - top, 0.02));
  const height = Math.max(240, Math.round((bottom - top) * scale + 2 * margin));
  const smallest = Math.min(4, largest / 2);
  const most = Math.max(...townships.map(residents), 1);
  const shift = (width - (right - left) * scale) / 2;
  const circles = townships.map((township, at) => ({
    x: shift + (spots[at].x - left) * scale, y: margin + (spots[at].y - top) * scale,
    r: smallest + (largest - smallest) * Math.sqrt(residents(township) / most),
  }));
  spread(circles, width, height);
  return { circles, height };
}

/** Pushes overlapping circles apart, a little in each round, within the picture. Only neighbours in a grid are looked at. */
function spread(circles, width, height) {
  const cell = 2 * Math.max(...circles.map(({ r }) => r)) + spacing;
  for (let round = 0; round < rounds; round += 1) {
    let moved = false;
    const grid = new Map();
    circles.forEach((circle, at) => {
      const key = `${Math.floor(circle.x / cell)} ${Math.floor(circle.y / cell)}`;
      if (!grid.has(key)) grid.set(key, []);
      grid.get(key).push(at);
    });
    circles.forEach((a, at) => {
      const [column, row] = [Math.floor(a.x / cell), Math.floor(a.y / cell)];
      for (let dx = -1; dx <= 1; dx += 1) {
        for (let dy = -1; dy <= 1; dy += 1) {
          for (const other of grid.get(`${column + dx} ${row + dy}`) ?? []) {
            if (other > at && part(a, circles[other], at)) moved = true;
          }
        }
      }
    });
    for (const circle of circles) {
      circle.x = Math.min(Math.max(circle.x, circle.r + 2), width - circle.r - 2);
      circle.y = Math.min(Math.max(circle.y, circle.r + 2), height - circle.r - 2);
    }
    if (!moved) return;
  }
}

function part(a, b, at) {
  let [dx, dy] = [b.x - a.x, b.y - a.y];
  let distance = Math.hypot(dx, dy);
  const overlap = a.r + b.r + spacing - distance;
  if (overlap <= 0) return false;
  if (distance < 0.01) {
    // Two at one point: a direction of their own, the same each time.
    [dx, dy, distance] = [Math.cos(at), Math.sin(at), 1];
  }
  const push = overlap / 2 / distance;
  a.x -= dx * push;
  a.y -= dy * push;
  b.x += dx * push;
  b.y += dy * push;
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
