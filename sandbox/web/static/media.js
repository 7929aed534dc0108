// What a message carries besides words: pictures, sounds, films, files, contacts.

import { duration } from "./dates.js";
import { enlarge } from "./dialogs.js";
import { el, icon } from "./dom.js";
import { t } from "./words.js";

const WIDEST = 2.2; // a picture is not drawn wider or taller than this
const TALLEST = 0.7;

export function mediaOf(media) {
  const shapes = { photo, sticker: photo, video, animation: video, voice: player, audio: player };
  return (shapes[media.kind] ?? file)(media);
}

/** Several pictures or films in one bubble. */
export function album(items) {
  return el("div", { class: "album", "data-count": items.length }, ...items.map((item) => mediaOf(item.media)));
}

function photo(media) {
  const label = media.kind === "photo" ? t("enlarge") : `${t("sticker")} ${media.emoji ?? ""}`;
  const picture = el("img", { src: media.url, alt: t(media.kind), loading: "lazy", decoding: "async" });
  const frame = el("button", { type: "button", class: `picture ${media.kind}`, "aria-label": label,
    onclick: () => enlarge(media.url) }, picture);
  return shaped(frame, media);
}

function video(media) {
  const film = el("video", { src: media.url, controls: true, preload: "metadata", playsinline: true,
    loop: media.kind === "animation", "aria-label": t(media.kind) });
  return shaped(film, media);
}

function shaped(node, media) {
  const ratio = media.width && media.height ? media.width / media.height : 4 / 3;
  node.style.aspectRatio = Math.min(WIDEST, Math.max(TALLEST, ratio));
  return node;
}

/** A voice message or a track: one button, one line. */
function player(media) {
  const sound = new Audio();
  sound.preload = "none";
  const length = media.duration ?? 0;
  const clock = el("span", { class: "player-time" }, duration(length));
  const line = el("input", { type: "range", min: 0, max: Math.max(length, 1), step: 0.1, value: 0,
    "aria-label": t("position") });
  const button = el("button", { type: "button", class: "round main", "aria-label": t("play") }, icon("play"));
  const showState = () => {
    button.replaceChildren(icon(sound.paused ? "play" : "pause"));
    button.setAttribute("aria-label", t(sound.paused ? "play" : "pause"));
  };
  button.addEventListener("click", () => {
    if (!sound.src) sound.src = media.url;
    if (sound.paused) sound.play().catch(() => button.setAttribute("disabled", ""));
    else sound.pause();
  });
  line.addEventListener("input", () => { sound.currentTime = Number(line.value); });
  for (const name of ["play", "pause", "ended"]) sound.addEventListener(name, showState);
  sound.addEventListener("timeupdate", () => {
    line.value = sound.currentTime;
    clock.textContent = duration(sound.paused ? length : sound.currentTime);
  });
  return el("div", { class: "player", role: "group", "aria-label": t(media.kind) }, button, line, clock);
}

function file(media) {
  const size = media.size === undefined ? "" : t("bytes", { size: Math.max(1, Math.round(media.size / 1024)) });
  const name = media.name ?? t("document");
  return el("a", { class: "file", href: media.url, download: name, "aria-label": `${t("download")} ${name}` },
    icon("file"),
    el("span", {}, el("bdi", { class: "file-name" }, name), el("small", {}, size)));
}

export function contactCard(contact) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
  return el("div", { class: "file" }, icon("contact"),
    el("span", {}, el("bdi", { class: "file-name" }, name), el("bdi", { dir: "ltr" }, contact.phone_number)));
}
