// The keyboard that the bot lays below the text field.

import { el, fill } from "./dom.js";
import { chooseOnMap, hasMap } from "./map.js";

export class ReplyKeys {
  constructor(host) {
    this.host = host;
    this.open = true;
    this.drawn = "null";
    this.element = el("div", { class: "reply-keys", hidden: true });
  }

  draw(keyboard) {
    const wanted = JSON.stringify(keyboard);
    if (wanted !== this.drawn) {
      this.open = true;
      this.drawn = wanted;
      const rows = keyboard?.rows ?? [];
      fill(this.element, ...rows.map((row, y) => el("div", { class: "keys-row" }, ...row.map((key, x) => this.key(key, y, x)))));
    }
    this.element.hidden = !keyboard || !this.open;
    return Boolean(keyboard);
  }

  toggle() {
    this.open = !this.open;
    this.element.hidden = !this.open;
    return this.open;
  }

  key(key, row, column) {
    return el("button", { type: "button", class: "key", onclick: () => this.tap(key, row, column) },
      el("bdi", {}, key.text));
  }

  async tap(key, row, column) {
    const place = key.asks === "location" && hasMap() ? await this.choose() : {};
    if (place) await this.host.act("key", { row, column, text: key.text, ...place });
  }

  choose() {
    const [lat, lon] = this.host.person.place;
    return chooseOnMap({ lat, lon });
  }
}
