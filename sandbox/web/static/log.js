// The messages of one room: drawn anew only where something changed, and kept at the end while one is there.

import { bubbleOf, dayOf, serviceOf } from "./bubble.js";
import { day, dayTitle } from "./dates.js";
import { el, iconButton } from "./dom.js";
import { now } from "./store.js";
import { t } from "./words.js";

const NEAR_END = 90; // pixels
const LINGERS = 1200; // milliseconds after scrolling for which the day is still shown
const RUN = 600; // seconds within which messages of one sender stand together

export class Log {
  /** `deeds` is what can be done with messages; `older` is called when the top comes near, `ended` at the end. */
  constructor(deeds, { older, ended }) {
    this.deeds = deeds;
    this.nodes = new Map(); // by key of the block: its element, and what it was drawn from
    this.element = el("div", { class: "log", role: "log", "aria-live": "off", tabindex: 0 });
    this.down = iconButton("down", t("down"), () => this.toEnd(true), { class: "round down", hidden: true });
    this.day = el("p", { class: "service floating-day", "aria-hidden": "true" }, el("span", {}));
    this.older = older;
    this.ended = ended;
    this.sticks = true;
    this.element.addEventListener("scroll", () => this.scrolled());
    new ResizeObserver(() => this.resized()).observe(this.element);
  }

  resized() {
    this.height = this.element.clientHeight;
    if (this.sticks) this.toEnd();
  }

  /** Somebody scrolled, unless it was a keyboard that came or went. */
  scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.element;
    if (clientHeight !== this.height) return;
    this.sticks = scrollHeight - scrollTop - clientHeight < NEAR_END;
    this.down.hidden = this.sticks;
    this.floatDay();
    if (this.sticks) this.ended();
    if (scrollTop < 200) this.older();
  }

  /** While one looks through what has been, the day of what is at the top. */
  floatDay() {
    const { scrollTop } = this.element;
    const passed = [...this.element.querySelectorAll(".day")].findLast((each) => each.offsetTop < scrollTop);
    this.day.firstChild.textContent = passed?.textContent ?? "";
    this.day.classList.toggle("shown", Boolean(passed) && !this.sticks);
    window.clearTimeout(this.fading);
    this.fading = window.setTimeout(() => this.day.classList.remove("shown"), LINGERS);
  }

  toEnd(smooth = false) {
    this.element.scrollTo({ top: this.element.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  }

  clear() {
    this.nodes.clear();
    this.element.replaceChildren();
    this.sticks = true;
    this.down.hidden = true;
  }

  /** Show these messages, the oldest first; `keep` holds what is on the screen where it is. */
  draw(messages, state, room, { end = false, keep = false } = {}) {
    const focus = this.focused();
    const below = this.element.scrollHeight - this.element.scrollTop;
    const sticks = this.sticks || end;
    const drawn = blocks(messages, state).map((block) => this.nodeOf(block, room));
    this.place(drawn.length ? drawn : [el("p", { class: "service" }, el("span", {}, t("empty")))]);
    if (keep) this.element.scrollTop = this.element.scrollHeight - below;
    else if (sticks) this.toEnd();
    this.refocus(focus);
  }

  nodeOf(block, room) {
    const known = this.nodes.get(block.key);
    if (known?.signature === block.signature) return known.node;
    const node = this.drawn(block, room);
    node.dataset.key = block.key;
    if (known) node.classList.add("changed");
    this.nodes.set(block.key, { node, signature: block.signature });
    return node;
  }

  drawn(block, room) {
    if (block.day) return dayOf(dayTitle(block.day, now()));
    if (block.items[0].service) return serviceOf(block.items[0]);
    return bubbleOf(block, room, this.deeds);
  }

  place(drawn) {
    const wanted = new Set(drawn);
    for (const child of [...this.element.children]) if (!wanted.has(child)) child.remove();
    drawn.forEach((node, at) => {
      const there = this.element.children[at];
      if (there !== node) this.element.insertBefore(node, there ?? null);
    });
    for (const [key, { node }] of this.nodes) if (!wanted.has(node)) this.nodes.delete(key);
  }

  /** Which control of which message has the focus, so that a redrawn message gives it back. */
  focused() {
    const active = document.activeElement;
    const message = active?.closest?.("[data-key]");
    if (!message || !this.element.contains(message)) return null;
    return { active, key: message.dataset.key, at: controls(message).indexOf(active) };
  }

  refocus(focus) {
    if (!focus || focus.active.isConnected) return;
    const message = this.nodes.get(focus.key)?.node;
    const left = message ? controls(message) : [];
    (left[Math.min(focus.at, left.length - 1)] ?? this.element).focus({ preventScroll: true });
  }

  /** Scroll to a message and let it light up; false when it is not among those that are drawn. */
  show(id) {
    const found = [...this.nodes.values()].find(({ node, signature }) => node.dataset.id === String(id) || signature.includes(`#${id}:`));
    if (!found) return false;
    const { top, height } = found.node.getBoundingClientRect();
    const frame = this.element.getBoundingClientRect();
    this.element.scrollBy({ top: top - frame.top - Math.max(0, (frame.height - height) / 2), behavior: "instant" });
    found.node.classList.remove("lit");
    requestAnimationFrame(() => found.node.classList.add("lit"));
    return true;
  }
}

function controls(message) {
  return [...message.querySelectorAll("button, a, input, video")];
}

/** What is drawn as one: a message, an album, a day. */
function blocks(messages, state) {
  const found = [];
  let last = null;
  for (const message of messages) {
    const date = day(message.date);
    if (!last || day(last.items.at(-1).date) !== date) found.push({ key: `day ${date}`, day: message.date });
    if (message.album && last?.album === message.album) last.items.push(message);
    else found.push((last = { key: `message ${message.id}`, items: [message], album: message.album }));
  }
  const lastOfOthers = messages.findLastIndex((message) => !message.mine && !message.service);
  const answered = lastOfOthers < 0 ? 0 : messages[lastOfOthers].id;
  found.forEach((block, at) => finish(block, found[at - 1], found[at + 1], state, answered));
  return found;
}

function finish(block, before, after, state, answered) {
  if (block.day) {
    block.signature = `${block.key} ${dayTitle(block.day, now())}`;
    return;
  }
  block.first = !together(before, block);
  block.last = !together(block, after);
  block.read = block.items.at(-1).id < answered;
  block.pinned = block.items.some((item) => state.pinned.includes(item.id));
  block.reactions = state.reactions[block.items[0].id];
  block.signature = [...block.items.map((item) => `#${item.id}:${item.sequence}`), block.first, block.last, block.read,
    block.pinned, block.reactions].join(" ");
}

function together(one, other) {
  if (!one?.items || !other?.items || one.items[0].service || other.items[0].service) return false;
  return one.items[0].from.id === other.items[0].from.id && other.items[0].date - one.items.at(-1).date < RUN;
}
