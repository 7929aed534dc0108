// One message, or one album, as it stands in the log.

import { time } from "./dates.js";
import { avatar, el, hue, icon, iconButton } from "./dom.js";
import { smallMap } from "./map.js";
import { album, contactCard, mediaOf } from "./media.js";
import { pollOf } from "./poll.js";
import { rich } from "./rich.js";
import { t } from "./words.js";

const BLANK = /^[\s·\u3164\u2800]*$/u; // a cell of a calendar without a day
const SIGNS = /([✖➕➖➗✔])\ufe0f?/gu; // as emoji they are black, on dark keys, too

/**
 * `block` has its messages (one, unless it is an album), and where it stands: first and last of its sender's.
 * `deeds` is what can be done with it.
 */
export function bubbleOf(block, room, deeds) {
  const [message] = block.items;
  const crowded = (room.kind === "group" || room.kind === "topic") && !message.mine;
  const worded = block.items.find((item) => item.html) ?? message;
  const bubble = el("div", { class: "bubble" },
    block.first && crowded && senderName(message),
    message.forwarded && el("small", { class: "forwarded" }, t("forwarded", { name: message.forwarded })),
    message.reply && replyMark(message.reply, deeds),
    ...content(block, deeds),
    textOf(worded, block, deeds));
  const lasting = el("div", { class: "bubble-and-keys" }, bubble, keys(message, deeds));
  return el("article", { class: classes(block), "data-id": message.id, "aria-label": label(message) },
    crowded && (block.last ? avatar(message.from.name, message.from.id) : el("span", { class: "no-avatar" })),
    lasting, tools(message, worded, deeds));
}

function classes(block) {
  const [message] = block.items;
  const bare = message.media?.kind === "sticker";
  return ["message", message.mine ? "mine" : "theirs", block.first && "first", block.last && "last", bare && "bare",
    (message.media || message.place) && "with-media"].filter(Boolean).join(" ");
}

function label(message) {
  return `${message.from.name}، ${time(message.date)}`;
}

function senderName(message) {
  const name = el("span", { class: "sender" }, el("bdi", {}, message.from.name));
  name.style.setProperty("--hue", hue(message.from.id));
  return name;
}

function replyMark(reply, deeds) {
  const words = reply.gist || t(reply.kind === "contact" ? "contactKind" : reply.kind || "location");
  return el("button", { type: "button", class: "reply-mark", onclick: () => deeds.go(reply.id) },
    el("bdi", { class: "reply-name" }, reply.name), el("span", { class: "reply-gist", dir: "auto" }, words));
}

function content(block, deeds) {
  const [message] = block.items;
  const parts = [];
  if (block.items.length > 1) parts.push(album(block.items));
  else if (message.media) parts.push(mediaOf(message.media));
  if (message.place) parts.push(...venue(message.place));
  if (message.contact) parts.push(contactCard(message.contact));
  if (message.poll) parts.push(pollOf(message.poll, (options) => deeds.vote(message, options)));
  return parts;
}

function venue(place) {
  const names = [place.title && el("strong", {}, place.title), place.address && el("span", {}, place.address)];
  return [smallMap(place), place.title && el("div", { class: "venue", dir: "auto" }, ...names)];
}

function textOf(message, block, deeds) {
  const over = !message.html && (message.place || message.media?.kind === "photo");
  return el("div", { class: over ? "text over-picture" : "text", dir: message.html ? "auto" : null }, ...rich(message.html ?? "", deeds.follow), meta(block));
}

function meta(block) {
  const message = block.items.at(-1);
  return el("span", { class: "meta", dir: document.dir },
    block.pinned && el("span", { role: "img", "aria-label": t("pinned") }, icon("pin")),
    ...(block.reactions ?? []).map((emoji) => el("span", { class: "reaction" }, emoji)),
    message.edited && el("span", {}, t("edited")),
    el("time", { datetime: new Date(message.date * 1000).toISOString() }, time(message.date)),
    message.mine && el("span", { class: "ticks", role: "img", "aria-label": t(block.read ? "read" : "sent") },
      icon(block.read ? "ticks" : "tick")));
}

/** The inline keyboard. */
function keys(message, deeds) {
  if (!message.buttons) return null;
  const rows = message.buttons.map((row, y) => el("div", { class: "keys-row" }, ...row.map((each, x) => key(message, each, y, x, deeds))));
  return el("div", { class: "keys" }, ...rows);
}

function key(message, button, row, column, deeds) {
  const style = `key ${button.style ?? ""} ${BLANK.test(button.text) ? "empty" : ""}`;
  const words = el("bdi", {}, button.text.replace(SIGNS, "$1\ufe0e"));
  if (button.kind === "url" && button.url && !deeds.isOurs(button.url)) {
    return el("a", { class: style, href: button.url, target: "_blank", rel: "noopener noreferrer" }, words,
      icon("away"), el("span", { class: "unseen" }, ` (${t("opensTab")})`));
  }
  return el("button", { type: "button", class: style,
    onclick: (event) => deeds.press(message, button, row, column, event.currentTarget) }, words,
    button.kind === "copy" && icon("copy"));
}

/** Reply, and with one's own: edit and delete. */
function tools(message, worded, deeds) {
  const buttons = [iconButton("reply", t("reply"), () => deeds.reply(message))];
  if (message.mine && worded.html) buttons.push(iconButton("edit", t("edit"), () => deeds.edit(worded)));
  if (message.mine) buttons.push(iconButton("delete", t("remove"), () => deeds.remove(message)));
  return el("div", { class: "tools", role: "group", "aria-label": t("actions") }, ...buttons);
}

export function serviceOf(message) {
  return el("p", { class: "service" }, el("span", {}, t(message.service.kind, { what: message.service.what ?? "" })));
}

export function dayOf(title) {
  return el("p", { class: "service day" }, el("span", {}, title));
}
