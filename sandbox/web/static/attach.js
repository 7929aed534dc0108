// What can be attached: sample pictures and files, those of the visitor, a place, a phone number.

import { el, icon } from "./dom.js";
import { chooseOnMap, hasMap } from "./map.js";
import { panelOf } from "./panel.js";
import { drawing, ownFile, PHOTOS, sampleFile, samplePhoto } from "./samples.js";
import { t } from "./words.js";

export function attachPanel(button, composer) {
  const { host } = composer;
  return panelOf(button, t("attach"), (close) => {
    const row = (name, words, deed) => el("button", { type: "button", class: "panel-row", onclick: () => {
      close();
      deed();
    } }, icon(name), el("span", {}, words));
    return [
      el("h3", {}, t("samplePhotos")),
      el("div", { class: "sample-photos" }, ...PHOTOS.map((name) => samplePicture(name, composer, close))),
      el("div", { class: "panel-rows" },
        row("place", t("place"), () => sendPlace(host)),
        row("voice", t("sampleVoice"), () => sendVoice(composer)),
        row("film", t("sampleVideo"), async () => composer.add(await sampleFile("video"))),
        row("file", t("sampleDocument"), async () => composer.add(await sampleFile("document"))),
        row("photo", t("photoFile"), () => choose(composer, "image/*,video/*", false)),
        row("attach", t("documentFile"), () => choose(composer, "", true)),
        host.room.kind === "private" && row("contact", t("contact"), () => host.act("contact", {}))),
    ];
  });
}

function samplePicture(name, composer, close) {
  return el("button", { type: "button", class: "sample-photo", onclick: async () => {
    close();
    composer.add(await samplePhoto(name));
  } }, el("img", { src: drawing(name), alt: "", width: 96, height: 72 }), el("span", {}, t(name)));
}

function choose(composer, accept, plain) {
  const chooser = el("input", { type: "file", multiple: true, accept });
  chooser.addEventListener("change", () => [...chooser.files].forEach((file) => composer.add(ownFile(file, plain))));
  chooser.click();
}

/** At once, as one does with a voice, unless there is something for it to go with. */
async function sendVoice(composer) {
  const voice = await sampleFile("voice");
  if (composer.files.length) composer.add(voice);
  else await composer.host.sendFiles([voice], "");
}

/** A place from the map, or where there is no map, the one where the person is. */
async function sendPlace(host) {
  const [lat, lon] = host.person.place;
  const place = hasMap() ? await chooseOnMap(null) : { lat, lon };
  if (place) await host.act("location", place);
}
