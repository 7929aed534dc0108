// Windows over the page: an alert of the bot, a photo at full size. And short notes that go by themselves.

import { el, iconButton } from "./dom.js";
import { t } from "./words.js";

/** A modal window with this content; resolves with what `close` was given when it is gone. */
export function openDialog(label, build, className = "") {
  return new Promise((resolve) => {
    const dialog = el("dialog", { class: className, "aria-label": label });
    let result = null;
    const close = (value = null) => {
      result = value;
      dialog.close();
    };
    dialog.append(...build(close));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(result);
    });
    dialog.addEventListener("click", (event) => event.target === dialog && close());
    document.body.append(dialog);
    dialog.showModal();
  });
}

export function alertOf(name, words) {
  return openDialog(name, (close) => [
    el("p", { class: "alert-words", dir: "auto" }, words),
    el("div", { class: "dialog-row" }, el("button", { type: "button", class: "main", onclick: () => close() }, t("ok"))),
  ], "alert");
}

export function enlarge(url) {
  return openDialog(t("picture"), (close) => [
    iconButton("close", t("close"), () => close(), { class: "round over" }),
    el("img", { src: url, alt: t("picture") }),
  ], "light");
}

/** A note over a place for some seconds; it takes the place of the one before. */
export function toast(place, words) {
  const note = el("p", { class: "toast", dir: "auto" }, words);
  place.replaceChildren(note);
  window.setTimeout(() => note.remove(), 3500 + 50 * words.length);
}
