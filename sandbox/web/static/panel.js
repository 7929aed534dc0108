// A panel that a button opens above the text field: with Escape, a second press or a press elsewhere it goes.

import { el } from "./dom.js";

export function panelOf(button, label, fill) {
  const panel = el("div", { class: "panel", role: "group", "aria-label": label, hidden: true });
  button.setAttribute("aria-expanded", "false");
  const set = (open) => {
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  const close = (back = false) => {
    if (panel.hidden) return;
    set(false);
    if (back) button.focus();
  };
  const open = async () => {
    panel.replaceChildren(...(await fill(close)));
    set(true);
  };
  button.addEventListener("click", async () => {
    if (!panel.hidden) return close();
    await open();
    panel.querySelector("button")?.focus();
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(true);
    else move(panel, event);
  });
  document.addEventListener("pointerdown", (event) => {
    if (!panel.contains(event.target) && !button.contains(event.target)) close();
  });
  return { panel, open, close };
}

/** Arrow keys go from button to button. */
function move(panel, event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const buttons = [...panel.querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement);
  buttons[(at + step + buttons.length) % buttons.length]?.focus();
}
