// Names beside circles, as many as there is room for.
const wide = /[\u2e80-\uffff]/;

/** How wide a text is, in pixels; Chinese characters are as wide as they are high. */
export function textWidth(text, size) {
  return [...text].reduce((sum, character) => sum + (wide.test(character) ? size : size * 0.56), 0);
}

const overlaps = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Places for names: right, left, above or below their circle, wherever they cover nothing.
 * @param circles `{x, y, r, name, weight, kind}`; the heaviest choose first.
 * @returns `{x, y, anchor, name, kind}` of those that found a place.
 */
export function placeLabels(circles, width, height, size) {
  const taken = circles.map(({ x, y, r }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  const placed = [];
  for (const circle of [...circles].sort((a, b) => b.weight - a.weight)) {
    const length = textWidth(circle.name, circle.size ?? size);
    for (const [x, y, anchor] of places(circle, size)) {
      const left = anchor === 'start' ? x : anchor === 'end' ? x - length : x - length / 2;
      const box = { left: left - 1, right: left + length + 1, top: y - size, bottom: y + size * 0.3 };
      const inside = box.left > 0 && box.right < width && box.top > 0 && box.bottom < height;
      if (!inside || taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      placed.push({ x, y, anchor, name: circle.name, kind: circle.kind });
      break;
    }
  }
  return placed;
}

function places({ x, y, r }, size) {
  return [
    [x + r + 3, y + size * 0.36, 'start'], [x - r - 3, y + size * 0.36, 'end'],
    [x, y - r - 4, 'middle'], [x, y + r + size, 'middle'],
  ];
}
