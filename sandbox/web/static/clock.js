// The story's clock, and the buttons that move it.

import { act } from "./api.js";
import { date, time } from "./dates.js";
import { toast } from "./dialogs.js";
import { el, fill, icon } from "./dom.js";
import { now, store } from "./store.js";
import { t } from "./words.js";

const STEPS = ["hour", "morning", "day"];

export class Clock {
  constructor(place) {
    this.place = place; // where a failure is told
    this.element = el("section", { class: "clock" });
    window.setInterval(() => this.tick(), 1000);
  }

  draw() {
    this.time = el("time", { class: "clock-time" });
    this.date = el("span", { class: "clock-date" });
    this.moves = el("div", { class: "clock-moves", role: "group", "aria-label": t("clock") },
      ...(store.scene.movable ? STEPS.map((step) => this.button(step)) : []));
    this.element.setAttribute("aria-label", t("clock"));
    fill(this.element, el("h2", {}, t("clock")),
      el("p", {}, icon("clock"), this.time, this.date), this.moves);
    this.tick();
  }

  button(step) {
    return el("button", { type: "button", class: "plain", onclick: () => this.move(step) }, t(step));
  }

  tick() {
    if (!this.time) return;
    this.time.textContent = time(now());
    this.date.textContent = date(now());
  }

  async move(step) {
    if (this.moving) return;
    this.busy(true);
    try {
      await act("clock", { step }); // what time it is then comes with the news
    } catch (error) {
      toast(this.place, t("failed", { why: error.message }));
    }
    this.busy(false);
    this.tick();
  }

  busy(on) {
    this.moving = on;
    this.element.setAttribute("aria-busy", String(on));
    for (const button of this.moves.children) button.toggleAttribute("aria-disabled", on);
    if (on) this.date.textContent = t("moving");
  }
}
