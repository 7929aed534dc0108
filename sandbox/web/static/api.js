// What the page asks of the sandbox, and what it does there.

export class Refused extends Error {}

async function answerOf(response) {
  const data = await response.json();
  if (!response.ok) throw new Refused(data.error);
  return data;
}

export async function look(what, asked) {
  return answerOf(await fetch(`/web/${what}?${new URLSearchParams(asked)}`));
}

export async function act(name, params) {
  const headers = { "X-Chat-Page": "1", "Content-Type": "application/json" };
  return answerOf(await fetch(`/web/${name}`, { method: "POST", headers, body: JSON.stringify(params) }));
}

/** Nothing where it fails: when the connection is back, everything is asked for anew. */
export function quiet(asked) {
  return asked.catch(() => null);
}

/** Files of one kind, several of them as an album. */
export async function sendFiles(params, files) {
  const form = new FormData();
  for (const [name, value] of Object.entries(params)) if (value !== undefined && value !== "") form.append(name, value);
  files.forEach((file, place) => form.append(`file${place}`, file.blob, file.name));
  return answerOf(await fetch("/web/files", { method: "POST", headers: { "X-Chat-Page": "1" }, body: form }));
}

/** Server-sent events; the browser itself connects again. */
export function listen({ scene, news, lost }) {
  const source = new EventSource("/web/events");
  source.addEventListener("scene", (event) => scene(JSON.parse(event.data)));
  source.addEventListener("news", (event) => news(JSON.parse(event.data)));
  source.addEventListener("error", lost);
}
