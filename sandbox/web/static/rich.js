// The server's HTML of a message as elements: only these tags, only safe addresses, whatever comes.

import { el } from "./dom.js";
import { t } from "./words.js";

const PLAIN = new Set(["B", "I", "U", "S", "CODE", "PRE"]);
const SAFE = /^(?:https?|mailto|tel):/i;

export function rich(html, onlink) {
  const read = new DOMParser().parseFromString(html, "text/html");
  read.querySelectorAll("blockquote, pre").forEach(swallowLines);
  return [...read.body.childNodes].map((node) => copied(node, onlink));
}

// A block stands on lines of its own: the line breaks round it would make empty ones.
function swallowLines(block) {
  const { previousSibling: before, nextSibling: after } = block;
  if (before?.nodeType === Node.TEXT_NODE) before.data = before.data.replace(/\n$/, "");
  if (after?.nodeType === Node.TEXT_NODE) after.data = after.data.replace(/^\n/, "");
}

function copied(node, onlink) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  const inside = [...node.childNodes].map((child) => copied(child, onlink));
  if (PLAIN.has(node.tagName)) return el(node.tagName, {}, ...inside);
  if (node.tagName === "A") return link(node.getAttribute("href") ?? "", inside, onlink);
  if (node.tagName === "TG-SPOILER") return spoiler(inside);
  if (node.tagName === "BLOCKQUOTE") return quote(inside, node.hasAttribute("expandable"));
  return el("span", {}, ...inside);
}

function link(address, inside, onlink) {
  if (address.startsWith("command:")) {
    return el("button", { type: "button", class: "link", dir: "auto", onclick: () => onlink(address) }, ...inside);
  }
  if (!SAFE.test(address)) return el("strong", {}, ...inside);
  const follow = (event) => onlink(address) && event.preventDefault();
  return el("a", { href: address, dir: "auto", target: "_blank", rel: "noopener noreferrer", onclick: follow }, ...inside);
}

function spoiler(inside) {
  const hidden = el("span", { class: "spoiler-text", "aria-hidden": "true" }, ...inside);
  const cover = el("button", { type: "button", class: "spoiler", "aria-label": t("spoiler") }, hidden);
  cover.addEventListener("click", () => cover.replaceWith(...hidden.childNodes));
  return cover;
}

function quote(inside, expandable) {
  if (!expandable) return el("blockquote", {}, ...inside);
  const more = el("button", { type: "button", class: "more", "aria-expanded": "false" }, t("expand"));
  const shown = el("blockquote", { class: "folded" }, ...inside, more);
  more.addEventListener("click", () => {
    shown.classList.remove("folded");
    more.remove();
  });
  return shown;
}
