// Drawn pictures, a voice, a film and a document to send when one has none at hand.

export const PHOTOS = ["pothole", "rubbish", "lamp", "leak", "patched", "cleaned"];
const FILES = {
  voice: { path: "voice.ogg", type: "audio/ogg", kind: "voice", duration: 6 },
  video: { path: "lamp.mp4", type: "video/mp4", kind: "video", duration: 3 },
  document: { path: "petition.pdf", type: "application/pdf", kind: "document" },
};

export function drawing(name) {
  return `/web/static/samples/${name}.svg`;
}

export async function samplePhoto(name) {
  return attachment(await fetched(`${name}.jpg`), "photo", `${name}.jpg`);
}

export async function sampleFile(name) {
  const sample = FILES[name];
  return { ...attachment(await fetched(sample.path, sample.type), sample.kind, sample.path), duration: sample.duration };
}

async function fetched(path, type) {
  const response = await fetch(`/web/static/samples/${path}`);
  const blob = await response.blob();
  return type ? blob.slice(0, blob.size, type) : blob;
}

const SHOWN = ["image/jpeg", "image/png", "image/gif", "image/webp"];

/** A file of the visitor's own; pictures and films are sent as such unless `plain`. */
export function ownFile(file, plain) {
  const kind = plain ? "document" : SHOWN.includes(file.type) ? "photo" : file.type.startsWith("video/") ? "video" : "document";
  return attachment(file, kind, file.name);
}

function attachment(blob, kind, name) {
  return { blob, kind, name, url: kind === "photo" ? URL.createObjectURL(blob) : "" };
}

/** The size of a picture, which its message tells. */
export async function sizeOf(file) {
  if (file.kind !== "photo") return {};
  try {
    const picture = await createImageBitmap(file.blob);
    return { width: picture.width, height: picture.height };
  } catch {
    return {};
  }
}
