// Elements from a tag, attributes and children. Texts become text nodes, never markup.

export function el(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...present(children));
  return node;
}

/** Replace what is in it; like children of `el`, what is nothing or false is left out. */
export function fill(node, ...children) {
  node.replaceChildren(...present(children));
}

function present(children) {
  return children.flat().filter((child) => child !== null && child !== undefined && child !== false);
}

export function icon(name) {
  return svg("svg", { class: "icon", "aria-hidden": "true", viewBox: "0 0 24 24" },
    svg("use", { href: `/web/static/icons.svg#${name}` }));
}

export function iconButton(name, label, onclick, attributes = {}) {
  return el("button", { type: "button", class: "round", "aria-label": label, title: label, onclick, ...attributes },
    icon(name));
}

const chosen = new WeakMap(); // what was chosen in a row when it was last brought into view

/** What is newly chosen in a row that may be scrolled is brought into view; where one has scrolled since is left alone. */
export function inView(row, item, name) {
  if (chosen.get(row) !== name) item?.scrollIntoView({ block: "nearest", inline: "nearest" });
  chosen.set(row, name);
}

const HUES = [168, 28, 262, 205, 340, 48, 120, 300, 12, 230];

/** A round mark with the first letter of a name, always in the same colour for the same id. */
export function avatar(name, id) {
  const letter = [...name.trim()].find((each) => /\p{L}|\p{N}/u.test(each)) ?? "•";
  const mark = el("span", { class: "avatar", "aria-hidden": "true" }, letter);
  mark.style.setProperty("--hue", hue(id));
  return mark;
}

export function hue(id) {
  return HUES[Math.abs(id) % HUES.length];
}

export function badge(count, label) {
  return count > 0 && el("span", { class: "badge", "aria-label": label(count) }, shortCount(count));
}

function shortCount(count) {
  const figures = (number) => number.toLocaleString(document.documentElement.lang);
  return count > 99 ? `${figures(99)}+` : figures(count);
}

let announced = 0;

/** Said by a screen reader without moving the focus. */
export function announce(words) {
  const place = document.getElementById("announcer");
  place.append(el("p", {}, words));
  window.setTimeout(() => place.firstChild?.remove(), 4000 + (announced++ % 2));
}
