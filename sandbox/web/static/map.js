// The drawn map of the neighbourhoods: small in a message, large to choose a place on.

import { openDialog } from "./dialogs.js";
import { el, iconButton, svg } from "./dom.js";
import { store } from "./store.js";
import { own, t } from "./words.js";

const NEARBY = 3; // kilometres that a small map is wide
const STEP = 0.1; // kilometres that an arrow key moves the pin
const LONG = 11; // letters that a name has on one line
const PIN = "M0,0 C-.05,-.2 -.22,-.3 -.22,-.5 A.22,.22 0 1 1 .22,-.5 C.22,-.3 .05,-.2 0,0 Z";

function map() {
  return store.scene.map;
}

export function hasMap() {
  return Boolean(map());
}

function pointOf({ lat, lon }) {
  return { x: (lon - map().west) * map().kmPerLon, y: (map().north - lat) * map().kmPerLat };
}

function placeOf({ x, y }) {
  return { lat: map().north - y / map().kmPerLat, lon: map().west + x / map().kmPerLon };
}

/** The neighbourhood whose centre is nearest. */
export function nearest(place) {
  const { x, y } = pointOf(place);
  const far = (cell) => (cell.x - x) ** 2 + (cell.y - y) ** 2;
  return map().cells.reduce((best, cell) => (far(cell) < far(best) ? cell : best));
}

function inside({ x, y }) {
  return x >= 0 && y >= 0 && x <= map().width && y <= map().height;
}

export function nameOf(place) {
  if (!hasMap() || !inside(pointOf(place))) return hasMap() ? t("outside") : "";
  const cell = nearest(place);
  return t("near", { name: own(cell.name), part: own(cell.part) });
}

/** The cells, drawn once; every map of the page uses them. */
export function district() {
  const parts = [...new Set(map().cells.map((cell) => cell.part.fa))];
  const shapes = map().cells.map((cell) =>
    svg("polygon", { points: cell.points, class: `cell part-${parts.indexOf(cell.part.fa) % 9}` }));
  return svg("svg", { class: "unseen", "aria-hidden": "true", width: 0, height: 0 },
    svg("defs", {}, svg("g", { id: "district" }, ...shapes)));
}

function pinAt({ x, y }, size = 1) {
  return svg("g", { class: "pin", transform: `translate(${x} ${y}) scale(${size})` },
    svg("path", { d: PIN }), svg("circle", { cx: 0, cy: -0.5, r: 0.08 }));
}

/** A place in a message: a piece of the map with a pin, or without a map the figures. */
export function smallMap(place) {
  const figures = `${place.lat.toFixed(5)}, ${place.lon.toFixed(5)}`;
  if (!hasMap()) return el("bdi", { class: "figures", dir: "ltr" }, figures);
  const centre = pointOf(place);
  const height = NEARBY * 0.6;
  const box = `${centre.x - NEARBY / 2} ${centre.y - height * 0.6} ${NEARBY} ${height}`;
  const label = `${t("location")}: ${nameOf(place)}`;
  return el("button", { type: "button", class: "small-map", "aria-label": label, onclick: () => chooseOnMap(place, true) },
    svg("svg", { viewBox: box, "aria-hidden": "true" }, svg("use", { href: "#district" }), pinAt(centre, 0.7)),
    el("span", { class: "map-name" }, nameOf(place)));
}

/** Resolves with a place, or with nothing when the visitor thinks better of it. */
export function chooseOnMap(start, shownOnly = false) {
  const title = t(shownOnly ? "mapShown" : "mapTitle");
  return openDialog(title, (close) => new Picker(start, shownOnly, close).parts(title), "map");
}

class Picker {
  constructor(start, shownOnly, close) {
    this.close = close;
    this.shownOnly = shownOnly;
    this.pins = svg("g");
    this.said = el("output", { class: "map-said" }, t("mapNone"));
    this.sender = el("button", { type: "button", class: "main", disabled: true,
      onclick: () => this.close(placeOf(this.point)) }, t("sendPlace"));
    this.picture = this.drawn();
    this.select = this.choice();
    if (start && inside(pointOf(start))) this.move(pointOf(start));
  }

  parts(title) {
    const head = el("div", { class: "dialog-head" }, el("h2", {}, title),
      iconButton("close", t("close"), () => this.close()));
    const frame = el("div", { class: "map-frame" }, this.picture);
    requestAnimationFrame(() => this.centre());
    if (this.shownOnly) return [head, frame, el("div", { class: "dialog-row" }, this.said)];
    return [head, el("p", { class: "quiet" }, t("mapHelp"), el("span", { class: "with-keys" }, ` ${t("mapKeys")}`)), frame, this.list(),
      el("div", { class: "dialog-row" }, this.said, this.sender)];
  }

  /** On a small screen the map is wider than its frame. */
  centre() {
    const middle = { x: map().width / 2, y: map().height / 2 };
    const names = [...this.picture.querySelectorAll(".cell-name")];
    const seen = this.pins.firstChild ?? names[map().cells.indexOf(nearest(placeOf(middle)))];
    seen.scrollIntoView({ block: "nearest", inline: "center" });
  }

  drawn() {
    const labels = map().cells.map((cell) => labelOf(cell));
    const picture = svg("svg", { class: "large-map", viewBox: `0 0 ${map().width} ${map().height}`, tabindex: 0, autofocus: true,
      role: "application", "aria-label": `${t("mapOf")}. ${t("mapHelp")} ${t("mapKeys")}` },
      svg("use", { href: "#district" }), ...labels, this.pins);
    if (!this.shownOnly) {
      picture.addEventListener("click", (event) => this.move(this.under(event)));
      picture.addEventListener("keydown", (event) => this.nudge(event));
    }
    return picture;
  }

  under(event) {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.picture.getScreenCTM().inverse());
    return { x: at.x, y: at.y };
  }

  nudge(event) {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!step && event.key !== "Enter") return;
    event.preventDefault(); // else the button that gets the focus back is pressed, too
    const from = this.point ?? { x: map().width / 2, y: map().height / 2 };
    if (step) this.move({ x: from.x + step[0] * STEP, y: from.y + step[1] * STEP });
    else if (this.point) this.close(placeOf(this.point));
  }

  move(point) {
    if (!inside(point)) return;
    this.point = point;
    this.pins.replaceChildren(pinAt(point, 1.4));
    this.said.textContent = nameOf(placeOf(point));
    this.pins.firstChild.scrollIntoView?.({ block: "nearest", inline: "center" });
    this.sender.disabled = false;
    this.select.value = map().cells.indexOf(nearest(placeOf(point)));
  }

  choice() {
    const places = map().cells.map((cell, at) => el("option", { value: at }, `${own(cell.name)} — ${own(cell.part)}`));
    const select = el("select", {}, el("option", { value: "" }, t("choose")), ...places);
    select.addEventListener("change", () => select.value !== "" && this.move(map().cells[Number(select.value)]));
    return select;
  }

  list() {
    return el("label", { class: "map-list" }, el("span", {}, t("neighbourhood")), this.select);
  }
}

/** The centre of mass of its shape. */
function middleOf({ points }) {
  const corners = points.split(" ").map((point) => point.split(",").map(Number));
  const sum = { area: 0, x: 0, y: 0 };
  corners.forEach(([x, y], at) => {
    const [nextX, nextY] = corners[(at + 1) % corners.length];
    const area = x * nextY - nextX * y;
    sum.area += area;
    sum.x += (x + nextX) * area;
    sum.y += (y + nextY) * area;
  });
  return { x: sum.x / (3 * sum.area), y: sum.y / (3 * sum.area) };
}

/** Broken where the two lines become most alike, after a space or a dash. */
function linesOf(name) {
  const breaks = name.length > LONG ? [...name.matchAll(/[\s–-]+/gu)].map((found) => found.index + found[0].length) : [];
  if (!breaks.length) return [name];
  const longer = (at) => Math.max(name.slice(0, at).trim().length, name.length - at);
  const best = breaks.reduce((one, other) => (longer(other) < longer(one) ? other : one));
  return [name.slice(0, best).trim(), name.slice(best)];
}

/** The name in the middle of its cell, on two lines where it is long. */
function labelOf(cell) {
  const lines = linesOf(own(cell.name));
  const { x, y } = middleOf(cell);
  return svg("text", { class: "cell-name", x, y: y - (lines.length - 1) * 0.14, "aria-hidden": "true" },
    ...lines.map((line, at) => svg("tspan", { x, dy: at ? "1.15em" : 0 }, line)));
}
