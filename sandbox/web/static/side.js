// The side of the page: what this is, the tour, the people of the story, the clock.

import { avatar, badge, el, fill, icon, iconButton, inView } from "./dom.js";
import { store, unreadOf } from "./store.js";
import { called, own, t } from "./words.js";

export class Side {
  /** `deeds`: choose(person), beside(person), language(). `where` tells in which pane a person is shown. */
  constructor(deeds, where, tour, clock) {
    this.deeds = deeds;
    this.where = where;
    this.tour = tour;
    this.clock = clock;
    this.people = el("ul", { class: "people" });
    this.strip = el("ul", { class: "strip" });
    this.element = el("aside", { class: "side", id: "side" });
    this.top = el("header", { class: "top" });
    this.hint = el("button", { type: "button", class: "hint", onclick: () => this.toggle(true) });
  }

  draw() {
    this.tour.draw();
    this.clock.draw();
    const note = own(store.scene.note) || t("madeUp");
    fill(this.element,
      el("div", { class: "side-scroll" },
        el("div", { class: "brand" }, el("img", { src: "/web/static/icon.svg", alt: "", width: 44, height: 44 }),
          el("div", {}, el("h1", {}, t("title")), el("p", {}, t("subtitle"))),
          iconButton("close", t("closeMenu"), () => this.toggle(false), { class: "round close-side" })),
        el("p", { class: "note" }, icon("mask"), el("span", {}, el("strong", {}, t("madeUp")), note === t("madeUp") ? "" : ` — ${note}`)),
        this.tour.element,
        el("nav", { "aria-label": t("people") }, el("h2", {}, t("people")), this.people)),
      el("div", { class: "side-foot" }, this.clock.element,
        el("button", { type: "button", class: "language", onclick: () => this.deeds.language() },
          icon("globe"), el("span", { lang: t("otherLanguage") === "English" ? "en" : "fa" }, t("otherLanguage")))));
    this.drawTop();
    this.drawPeople();
  }

  /** On a phone: the people in a row, and a button for all the rest. */
  drawTop() {
    this.opener = iconButton("menu", t("menu"), () => this.toggle(), { "aria-controls": "side", "aria-expanded": "false" });
    fill(this.top, this.opener, el("nav", { "aria-label": t("people") }, this.strip),
      el("span", { class: "mark" }, t("madeUp")), this.hint);
  }

  /** On a phone: the step of the tour in one line; it leads to all the words of it. */
  drawHint() {
    const step = this.tour.step();
    const words = step && [el("span", { class: "hint-place" }, this.tour.place()), el("span", { class: "hint-title" }, own(step.title)), icon("forward")];
    fill(this.hint, ...(words ?? []));
    this.hint.hidden = !step;
  }

  isOpen() {
    return document.body.classList.contains("side-open");
  }

  toggle(open = !this.isOpen()) {
    document.body.classList.toggle("side-open", open);
    this.opener.setAttribute("aria-expanded", String(open));
    if (open) this.element.querySelector(".close-side").focus();
    else if (this.opener.offsetParent) this.opener.focus();
  }

  drawPeople() {
    const next = this.tour.step()?.actor;
    const held = document.activeElement?.dataset.person;
    const people = [...store.people.values()];
    this.drawHint();
    fill(this.people, ...people.map((person) => this.person(person, person.id === next)));
    fill(this.strip, ...people.map((person) => this.face(person, person.id === next)));
    if (held) this.element.querySelector(`[data-person="${held}"]`)?.focus();
    inView(this.strip, this.strip.querySelector("[aria-current]"), people.find((person) => this.where(person.id) >= 0)?.id);
  }

  person(person, next) {
    const place = this.where(person.id);
    const title = own(person.title);
    return el("li", { class: ["person", next && "next", place >= 0 && "open"].filter(Boolean).join(" ") },
      el("button", { type: "button", class: "person-main", "data-person": `${person.id} main`, "aria-current": place >= 0 ? "true" : null,
        onclick: () => this.deeds.choose(person.id) },
      avatar(called(person), person.id),
      el("span", { class: "person-words" }, el("strong", {}, ...bothNames(person)),
        title && el("span", { class: "person-title" }, title), el("span", { class: "person-about" }, own(person.words))),
      next && el("span", { class: "turn" }, t("yourTurn")),
      badge(unreadOf(person), (count) => t("unread", { count }))),
      place < 0 && iconButton("beside", `${t("beside")}: ${called(person)}`, () => this.deeds.beside(person.id),
        { class: "round beside", "data-person": `${person.id} beside` }));
  }

  face(person, next) {
    const unread = unreadOf(person);
    const label = [called(person), own(person.title), unread && t("unread", { count: unread }), next && t("yourTurn")];
    return el("li", {}, el("button", { type: "button", class: next ? "face next" : "face", "aria-label": label.filter(Boolean).join("، "),
      "aria-current": this.where(person.id) >= 0 ? "true" : null, onclick: () => this.deeds.choose(person.id) },
    avatar(called(person), person.id), badge(unread, (count) => t("unread", { count })), el("bdi", { class: "face-name" }, called(person))));
  }
}

/** As the page writes it, and where that is another script, as the bot hears it. */
export function bothNames(person) {
  const own = called(person);
  return [el("bdi", {}, own), own !== person.name && el("bdi", { class: "own-name" }, person.name)];
}
