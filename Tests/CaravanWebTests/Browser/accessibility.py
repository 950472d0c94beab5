"""What can be checked of accessibility without people: names, headings, ids, contrast, size of targets."""

CONTROLS = {"button", "link", "textbox", "searchbox", "combobox", "checkbox", "spinbutton", "DisclosureTriangle", "region"}

CONTRAST = """
const channel = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = ([r, g, b]) => 0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255);
const parse = (text) => { const n = text.match(/[\\d.]+/g).map(Number); return { rgb: n.slice(0, 3), alpha: n[3] ?? 1 }; };
const ground = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const { rgb, alpha } = parse(getComputedStyle(at).backgroundColor);
    if (alpha === 1) return rgb;
  }
  return [255, 255, 255];
};
const faults = new Map();
const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
for (const element of document.querySelectorAll('body *')) {
  if (!hasText(element) || element.closest('svg, .visually-hidden, noscript, option, [disabled]')) continue;
  if (!element.checkVisibility()) continue;
  const style = getComputedStyle(element);
  const [a, b] = [luminance(parse(style.color).rgb), luminance(ground(element))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 600);
  if (ratio < (large ? 3 : 4.5)) faults.set(`${element.tagName}.${element.className}`, ratio.toFixed(2));
}
return [...faults].map(([where, ratio]) => `${where} has a contrast of ${ratio}`);
"""

STRUCTURE = """
const faults = [];
const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
if (twice.length) faults.push(`ids twice: ${twice}`);
if (document.querySelectorAll('h1').length !== 1) faults.push(`${document.querySelectorAll('h1').length} headings of level 1`);
let level = 0;
for (const heading of document.querySelectorAll('main h1, main h2, main h3, main h4')) {
  const next = Number(heading.tagName[1]);
  if (next > level + 1) faults.push(`${heading.tagName} "${heading.textContent}" after H${level}`);
  level = next;
}
for (const label of document.querySelectorAll('label[for]')) {
  if (!document.getElementById(label.htmlFor)) faults.push(`a label for nothing: ${label.htmlFor}`);
}
return faults;
"""

SHADES = """
const channel = (value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
return [0, 1, 2, 3, 4, 5].map((step) => {
  const hex = getComputedStyle(document.documentElement).getPropertyValue(`--step-${step}`).trim().slice(1);
  const [r, g, b] = [0, 2, 4].map((at) => channel(parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
});
"""

TARGETS = """
return [...document.querySelectorAll('button, a.button, select, input, nav a, summary')]
  .filter((element) => element.checkVisibility() && !element.closest('.visually-hidden') && !element.matches('.visually-hidden'))
  .map((element) => [element, (element.closest('label') ?? element).getBoundingClientRect()])
  .filter(([element, box]) => Math.min(box.width, box.height) < 24 && element.type !== 'checkbox')
  .map(([element, box]) => `${element.tagName}.${element.className} is ${Math.round(box.width)}×${Math.round(box.height)}`);
"""


def nameless(browser):
    """Controls without a name, by the browser's own tree of accessible things."""
    tree = browser.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    return [node["role"]["value"] for node in tree
            if not node.get("ignored") and node.get("role", {}).get("value") in CONTROLS
            and not node.get("name", {}).get("value", "").strip()]


def faults(browser):
    """Everything that is wrong with the page as it stands."""
    return ([f"a {role} has no name" for role in nameless(browser)] + browser.js(STRUCTURE) + browser.js(CONTRAST))


def shades_rise(browser):
    """Whether the steps of coverage are told apart by lightness alone, all in one direction."""
    values = browser.js(SHADES)
    pairs = list(zip(values, values[1:]))
    ratios = [(max(a, b) + 0.05) / (min(a, b) + 0.05) for a, b in pairs]
    return (all(a > b for a, b in pairs) or all(a < b for a, b in pairs)) and min(ratios) > 1.15
