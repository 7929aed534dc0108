// The page: its sides and panes, and what comes from the sandbox.

import { act, listen, quiet } from "./api.js";
import { Clock } from "./clock.js";
import { day } from "./dates.js";
import { el } from "./dom.js";
import { district, hasMap } from "./map.js";
import { Pane } from "./pane.js";
import { Side } from "./side.js";
import { chatOf, now as time, store, takeMoment, takePerson, takeScene, unreadOf } from "./store.js";
import { Tour } from "./tour.js";
import { called, currentLanguage, switchLanguage, t } from "./words.js";

const OPEN = "hamsayeh-open"; // where it is kept which columns are open, and on whose tab
const WIDE = window.matchMedia("(min-width: 1080px)"); // room for two chat clients

class App {
  constructor(root) {
    this.panes = [];
    this.active = 0;
    this.toasts = el("div", { class: "toasts page-toasts", role: "status" });
    this.main = el("main", { class: "panes" });
    this.offline = el("p", { class: "offline", role: "status", hidden: true });
    this.clock = new Clock(this.toasts);
    this.tour = new Tour({ go: (step) => this.go(step), skip: () => quiet(act("skip", { at: store.done })), again: () => quiet(act("tour", {})) });
    this.tour.changed = () => this.side.drawPeople();
    const deeds = { choose: (person) => this.choose(person), beside: (person) => this.beside(person), language: () => this.language() };
    this.side = new Side(deeds, (person) => this.shown().findIndex((pane) => pane.personId === person), this.tour, this.clock);
    this.drawn = el("div", {});
    root.append(this.side.top, this.side.element, this.main, this.offline, this.toasts, this.drawn);
    this.main.addEventListener("focusin", (event) => this.activate(event.target));
    this.main.addEventListener("pointerdown", (event) => this.activate(event.target));
    WIDE.addEventListener("change", () => this.arrange());
    window.addEventListener("keydown", (event) => event.key === "Escape" && this.side.isOpen() && this.side.toggle(false));
  }

  // What comes from the sandbox

  scene(scene) {
    if (store.scene && store.scene.id !== scene.id) return window.location.reload(); // another demo: nothing of this one is left
    takeScene(scene);
    this.offline.hidden = true;
    this.drawn.replaceChildren(...(hasMap() ? [district()] : []));
    this.redraw();
    if (this.panes.length) this.panes.forEach((pane) => pane.renew());
    else this.open();
  }

  news({ chats, people, ...moment }) {
    const step = JSON.stringify(store.step);
    const today = day(time());
    people.forEach(takePerson);
    takeMoment(moment);
    if (today !== day(time())) this.panes.forEach((pane) => pane.draw());
    if (step !== JSON.stringify(store.step)) this.tour.draw();
    this.counted();
    this.panes.forEach((pane) => pane.changed(chats));
  }

  lost() {
    this.offline.textContent = t("offline");
    this.offline.hidden = false;
  }

  // What is shown

  redraw() {
    document.documentElement.lang = currentLanguage();
    document.documentElement.dir = document.dir = currentLanguage() === "fa" ? "rtl" : "ltr";
    this.side.draw();
    this.counted();
  }

  /** What is unread may have changed. */
  counted() {
    const unread = [...store.people.values()].reduce((sum, person) => sum + unreadOf(person), 0);
    document.title = unread ? `(${unread.toLocaleString(currentLanguage())}) ${t("title")}` : t("title");
    this.side.drawPeople();
    this.panes.forEach((pane) => pane.drawTabs());
  }

  language() {
    switchLanguage();
    const open = this.panes.map(({ personId, key }) => [personId, key]);
    this.main.replaceChildren();
    this.panes = [];
    this.redraw();
    open.forEach(([person, key]) => this.add(person, key));
    this.arrange();
    this.side.element.querySelector(".language").focus();
  }

  open() {
    const [first, second] = [...store.people.keys()];
    if (first === undefined) return;
    const { open, active } = remembered();
    for (const [person, key] of open) this.add(person, key);
    if (!open.length) this.add(first);
    if (!open.length && second !== undefined && WIDE.matches) this.add(second);
    this.active = active;
    this.arrange();
  }

  remember() {
    const open = this.panes.map(({ personId, key }) => [personId, key]);
    sessionStorage.setItem(OPEN, JSON.stringify({ open, active: this.active }));
  }

  add(person, key) {
    const pane = new Pane({
      close: (closed) => this.close(closed),
      changed: () => this.counted(),
      turned: () => this.remember(),
      openRoom: (from, chat, message) => this.openRoom(from, chat, message),
    });
    this.panes.push(pane);
    this.main.append(pane.element);
    pane.show(person, key);
    return pane;
  }

  /** Those that there is room for: on a small screen only the active one. */
  shown() {
    return WIDE.matches ? this.panes : this.panes.slice(this.active, this.active + 1);
  }

  arrange() {
    this.remember();
    this.main.classList.toggle("two", this.panes.length > 1);
    this.panes.forEach((pane, at) => pane.element.classList.toggle("active", at === this.active));
    this.side.drawPeople();
    this.panes.forEach((pane) => pane.markRead());
  }

  activate(target) {
    const at = this.panes.findIndex((pane) => pane.element.contains(target));
    if (at < 0 || at === this.active) return;
    this.active = at;
    this.arrange();
  }

  async choose(person) {
    this.side.toggle(false);
    const at = this.panes.findIndex((pane) => pane.personId === person);
    const shown = at < 0 && this.panes[this.active].show(person);
    if (at >= 0) this.active = at;
    this.arrange();
    this.panes[this.active].log.element.focus({ preventScroll: true });
    await shown;
  }

  /** To where a step of the tour is done; with the clock it is done at once, and there it is seen. */
  async go({ actor, chat, message, moves }) {
    if (moves) await this.clock.move(moves);
    await this.choose(actor);
    await this.openRoom(this.panes.find((pane) => pane.personId === actor), chat, message);
  }

  beside(person) {
    this.side.toggle(false);
    if (this.panes.length < 2) this.add(person);
    else this.panes[1 - this.active].show(person);
    this.active = this.panes.findIndex((pane) => pane.personId === person);
    this.arrange();
  }

  close(closed) {
    closed.element.remove();
    this.panes = this.panes.filter((pane) => pane !== closed);
    this.active = 0;
    this.arrange();
  }

  /** A link led to the bot, or to a message in a group. */
  async openRoom(pane, chat, message) {
    const { rooms } = pane.person;
    const room = chat === null ? rooms[0] : rooms.find((each) => chatOf(each.key) === chat);
    if (!room) return pane.say(t("notIn", { name: called(pane.person) }));
    if (room.key !== pane.room.key) await pane.show(pane.personId, room.key);
    if (message) await pane.go(message);
  }
}

/** The columns that were open before the page was loaded anew, as far as there still are such people. */
function remembered() {
  const { open, active } = JSON.parse(sessionStorage.getItem(OPEN)) ?? { open: [], active: 0 };
  const left = open.filter(([person]) => store.people.has(person));
  return { open: left, active: Math.max(0, Math.min(active, left.length - 1)) };
}

const app = new App(document.getElementById("app"));
listen({ scene: (scene) => app.scene(scene), news: (news) => app.news(news), lost: () => app.lost() });
