// The guided tour: what to try next, and as whom. It may be followed or put away.

import { announce, avatar, el, fill, icon, iconButton } from "./dom.js";
import { store } from "./store.js";
import { called, own, t } from "./words.js";

const KEY = "hamsayeh-tour";

export class Tour {
  /** `deeds`: go(step), skip(), again(). */
  constructor(deeds) {
    this.deeds = deeds;
    this.element = el("section", { class: "tour" });
    this.hidden = sessionStorage.getItem(KEY) === "hidden";
    this.said = -1;
  }

  /** The step that is next; none when there is no tour, or it is over or put away. */
  step() {
    return this.hidden ? null : store.step;
  }

  draw() {
    const { steps } = store.scene;
    this.element.hidden = steps === 0;
    this.element.setAttribute("aria-label", t("tour"));
    const parts = this.hidden ? this.put() : store.step ? this.shown(store.step) : this.over();
    this.element.classList.toggle("away", this.hidden);
    const held = this.element.contains(document.activeElement);
    fill(this.element, ...parts);
    if (held) this.element.querySelector(".go, .plain")?.focus(); // what was pressed is gone
  }

  put() {
    return [el("button", { type: "button", class: "plain", onclick: () => this.set(false) }, t("showTour"))];
  }

  over() {
    return [this.head(t("tour")), el("p", {}, t("tourEnd")),
      el("button", { type: "button", class: "main go", onclick: () => this.deeds.again() }, icon("step"), el("span", {}, t("tourAgain")))];
  }

  shown(step) {
    const actor = store.people.get(step.actor);
    if (this.said !== store.done) announce(`${own(step.title)}. ${own(step.words)}`);
    this.said = store.done;
    return [this.head(this.place()), this.dots(), this.further() && el("p", { class: "quiet" }, t("furtherWords")),
      el("h3", {}, own(step.title)), el("p", {}, own(step.words)),
      actor && el("button", { type: "button", class: "main go", onclick: () => this.deeds.go(step) },
        ...(step.moves ? [icon("clock"), el("span", {}, t(step.moves))]
          : [avatar(called(actor), actor.id), el("span", {}, t("goTo", { name: called(actor) }))])),
      this.further() && el("button", { type: "button", class: "skip-stop", onclick: () => this.deeds.skip() }, t("skip"))];
  }

  /** The steps are behind; what follows may be passed over. */
  further() {
    return store.done >= store.scene.steps;
  }

  /** How many of how many are done, of the steps or of the stops after them. */
  count() {
    const { steps, stops } = store.scene;
    return this.further() ? { done: store.done - steps, of: stops } : { done: store.done, of: steps };
  }

  /** «گام ۱ از ۵» */
  place() {
    const { done, of } = this.count();
    return t(this.further() ? "stop" : "step", { at: done + 1, of });
  }

  head(title) {
    return el("div", { class: "tour-head" }, el("h2", {}, title), iconButton("close", t("hideTour"), () => this.set(true)));
  }

  dots() {
    const { done, of } = this.count();
    return el("div", { class: "dots", "aria-hidden": "true" },
      ...Array.from({ length: of }, (_, at) => el("span", { class: at < done ? "done" : at === done ? "now" : "" })));
  }

  set(hidden) {
    this.hidden = hidden;
    sessionStorage.setItem(KEY, hidden ? "hidden" : "shown");
    this.draw();
    this.changed?.();
    this.element.querySelector("button")?.focus();
  }
}
