// Links that lead to this Telegram itself.

import { store } from "./store.js";

const SUPERGROUP = 1e12; // what comes before the number of one in its id

/** The payload of a link that starts our bot. */
export function startOf(address) {
  const found = /^https?:\/\/(?:t|telegram)\.me\/(\w+)\?start=([\w-]{1,64})$/i.exec(address);
  return found?.[1].toLowerCase() === store.scene.bot.username.toLowerCase() ? found[2] : null;
}

/** The message of a supergroup that a link leads to. */
export function messageOf(address) {
  const found = /^https?:\/\/t\.me\/c\/(\d+)\/(?:\d+\/)?(\d+)$/.exec(address);
  return found && { chat: -(SUPERGROUP + Number(found[1])), id: Number(found[2]) };
}
