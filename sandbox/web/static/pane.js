// One chat client: somebody's chats, one of them open.

import { act, look, quiet, Refused, sendFiles } from "./api.js";
import { Composer } from "./composer.js";
import { alertOf, toast } from "./dialogs.js";
import { announce, avatar, badge, el, fill, icon, iconButton, inView } from "./dom.js";
import { messageOf, startOf } from "./links.js";
import { Log } from "./log.js";
import { ReplyKeys } from "./replykeys.js";
import { sizeOf } from "./samples.js";
import { chatOf, roomOf, store, takePerson } from "./store.js";
import { bothNames } from "./side.js";
import { called, own, t } from "./words.js";

const ANSWERS = 4000; // milliseconds in which what comes after a press is taken for its answer
const EMPTY = { keyboard: null, reactions: {}, pinned: [], standing: "started", sequence: 0 };

export class Pane {
  /** `hooks`: close, changed (what is unread), turned (another tab), openRoom(person, chat id or null for the bot's, message). */
  constructor(hooks) {
    this.hooks = hooks;
    this.log = new Log(this.deeds(), { older: () => this.loadOlder(), ended: () => this.markRead() });
    this.keys = new ReplyKeys(this);
    this.composer = new Composer(this);
    this.toasts = el("div", { class: "toasts", role: "status" });
    this.head = el("header", { class: "pane-head" });
    this.tabs = el("div", { class: "tabs", role: "tablist" });
    this.starting = el("div", { class: "starting", hidden: true });
    this.foot = el("footer", {}, this.composer.element, this.keys.element, this.starting);
    this.element = el("section", { class: "pane" }, this.head, this.tabs,
      el("div", { class: "log-place" }, this.log.element, this.log.day, this.log.down, this.toasts),
      this.foot);
    this.tabs.addEventListener("keydown", (event) => this.turn(event));
    document.addEventListener("visibilitychange", () => this.markRead());
  }

  // Whose chats, and which

  get person() {
    return store.people.get(this.personId);
  }

  get room() {
    return roomOf(this.personId, this.key) ?? this.person.rooms[0];
  }

  async show(personId, key) {
    const person = store.people.get(personId);
    this.personId = personId;
    this.key = roomOf(personId, key) ? key : person.rooms[0].key;
    this.messages = new Map();
    this.state = EMPTY;
    this.more = false;
    this.readUpTo = 0;
    this.loaded = false;
    this.composer.clear();
    this.log.clear();
    this.toasts.replaceChildren(); // they were said to somebody else
    this.drawHead();
    this.hooks.turned();
    await this.load();
  }

  /** After the connection was lost: the same room, and what was being written stays. */
  renew() {
    if (!store.people.has(this.personId)) return this.show(store.people.keys().next().value);
    return roomOf(this.personId, this.key) ? this.load() : this.show(this.personId);
  }

  asked() {
    return { person: this.personId, room: this.key };
  }

  drawHead() {
    const { person, room } = this;
    const title = own(person.title);
    this.element.setAttribute("aria-label", `${person.name}، ${room.title}`);
    this.log.element.setAttribute("aria-label", t("messages", { title: room.title }));
    fill(this.head, avatar(called(person), person.id),
      el("div", { class: "pane-name" }, el("h2", {}, ...bothNames(person)), el("p", {}, title || t("as", { name: called(person) }))),
      el("button", { type: "button", class: "skip", onclick: () => this.composer.field.focus() }, t("toComposer")),
      room.kind === "private" && room.standing === "started" &&
        iconButton("stop", t("block"), () => this.act("block", {}), { class: "round quiet-button" }),
      iconButton("close", t("closePane"), () => this.hooks.close(this), { class: "round close-pane" }));
    this.drawTabs();
  }

  drawTabs() {
    const { person, room } = this;
    this.tabs.setAttribute("aria-label", t("chats", { name: person.name }));
    this.tabs.classList.toggle("single", person.rooms.length === 1);
    const held = this.tabs.contains(document.activeElement);
    fill(this.tabs, ...person.rooms.map((each) => {
      const open = each.key === room.key;
      return el("button", { type: "button", role: "tab", "aria-selected": String(open), tabindex: open ? 0 : -1,
        onclick: () => this.show(this.personId, each.key) },
      icon(each.kind === "private" ? "bot" : each.kind), el("bdi", {}, each.title), badge(each.unread, (count) => t("unread", { count })));
    }));
    const chosen = this.tabs.querySelector("[aria-selected=true]");
    if (held) chosen.focus();
    inView(this.tabs, chosen, `${person.id} ${room.key}`);
  }

  turn(event) {
    const forward = document.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = document.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
    const step = { [forward]: 1, [back]: -1 }[event.key];
    if (!step) return;
    const { rooms } = this.person;
    const at = rooms.findIndex((each) => each.key === this.room.key);
    this.show(this.personId, rooms[(at + step + rooms.length) % rooms.length].key);
  }

  // What is there

  async load() {
    const asked = this.asked();
    const page = await quiet(look("messages", asked));
    if (!page || !this.stillAt(asked)) return;
    this.messages = new Map();
    this.take(page.messages);
    this.more = page.more;
    this.loaded = true;
    this.settle(page);
    this.draw({ end: true });
    this.markRead();
  }

  stillAt(asked) {
    return asked.person === this.personId && asked.room === this.key;
  }

  async loadOlder() {
    if (!this.more || this.busyOlder) return;
    this.busyOlder = true;
    const asked = this.asked();
    const page = await quiet(look("messages", { ...asked, before: this.oldest() }));
    this.busyOlder = false;
    if (!page || !this.stillAt(asked)) return;
    this.messages = new Map([...page.messages.map((message) => [message.id, message]), ...this.messages]);
    this.more = page.more;
    this.draw({ keep: true });
  }

  oldest() {
    return this.messages.size ? this.messages.keys().next().value : 0;
  }

  /** Something changed in the chat; asks again when more changes meanwhile. */
  async refresh() {
    if (this.refreshing || !this.loaded) {
      this.again = true;
      return;
    }
    this.refreshing = true;
    const asked = this.asked();
    const found = await quiet(look("messages", { ...asked, oldest: this.oldest(), since: this.state.sequence }));
    this.refreshing = false;
    if (found && this.stillAt(asked)) this.apply(found);
    if (this.again) {
      this.again = false;
      await this.refresh();
    }
  }

  apply(found) {
    const there = new Set(found.ids);
    for (const id of this.messages.keys()) if (!there.has(id)) this.messages.delete(id);
    const fresh = found.messages.filter((message) => !this.messages.has(message.id));
    this.take(found.messages);
    this.settle(found);
    const answered = performance.now() - this.pressed < ANSWERS && fresh.length > 0;
    this.draw({ end: answered || fresh.some((message) => message.mine) });
    this.hear(fresh);
    this.markRead();
  }

  take(messages) {
    for (const message of messages) this.messages.set(message.id, message);
  }

  settle({ keyboard, reactions, pinned, standing, sequence }) {
    this.state = { keyboard, reactions, pinned, standing, sequence };
  }

  draw(options) {
    const below = this.foot.contains(document.activeElement);
    this.composer.toggle.hidden = !this.keys.draw(this.state.standing === "started" ? this.state.keyboard : null);
    this.log.draw([...this.messages.values()], this.state, this.room, options);
    if (this.starting.dataset.standing !== this.state.standing) this.drawHead();
    this.drawStanding();
    const left = document.activeElement;
    if (below && !(this.foot.contains(left) && left.checkVisibility())) this.composer.field.focus(); // its key is gone
  }

  /** Instead of the text field: a button that starts the bot, or a note that nothing can be written. */
  async drawStanding() {
    const { standing } = this.state;
    const writes = standing === "started";
    this.composer.element.hidden = !writes;
    this.starting.hidden = writes;
    if (this.starting.dataset.standing === standing) return;
    this.starting.dataset.standing = standing;
    if (writes) return;
    const start = (words) => el("button", { type: "button", class: "main wide", onclick: () => this.act("start", {}) }, t(words));
    const parts = { closed: () => [t("closedTopic")], reader: () => [t("onlyReads")], blocked: () => [el("p", {}, t("blockedNote")), start("restart")] };
    fill(this.starting, ...(parts[standing]?.() ?? [await this.description(), start("start")]));
  }

  async description() {
    const found = await quiet(this.beginning());
    if (!found) this.starting.dataset.standing = ""; // asked for again with everything else
    return el("p", { class: "description", dir: "auto" }, found?.description ?? "");
  }

  /** Tell of new messages; a question that waits for an answer opens the text field for it. */
  hear(fresh) {
    for (const message of fresh.filter((each) => !each.mine && !each.service)) {
      announce(t("newMessage", { name: message.from.name, words: this.gist(message) }));
    }
    const prompt = fresh.findLast((message) => message.prompt && !message.mine);
    if (prompt) this.composer.reply(prompt, this.element.contains(document.activeElement), prompt.prompt.placeholder);
  }

  async markRead() {
    const last = [...this.messages.keys()].at(-1) ?? 0;
    const seen = this.log.sticks && document.visibilityState === "visible" && this.element.offsetParent !== null;
    if (!seen || last <= this.readUpTo) return;
    this.readUpTo = last;
    const person = await quiet(act("read", { ...this.asked(), message: last }));
    if (person) takePerson(person);
    this.hooks.changed();
  }

  gist(message) {
    const { body } = new DOMParser().parseFromString(message.html ?? "", "text/html");
    for (const code of body.querySelectorAll("code")) code.textContent = `\u2068${code.textContent}\u2069`; // else Persian turns it round
    return body.textContent.slice(0, 90) || message.poll?.question || t(message.media?.kind ?? (message.contact ? "contactKind" : "location"));
  }

  // What is done there

  say(words) {
    toast(this.toasts, words);
  }

  /** Do it, and say so if the sandbox refuses; what came of it, or nothing. */
  act(name, params) {
    return this.try(() => act(name, { ...this.asked(), ...params }));
  }

  async try(deed) {
    try {
      return await deed();
    } catch (error) {
      this.say(error instanceof Refused ? t("failed", { why: error.message }) : t("offline"));
      return null;
    }
  }

  sendText(text, replyTo) {
    return this.act("text", { text, reply_to: replyTo });
  }

  /** Pictures and films of one message go as an album, other files one after another. */
  async sendFiles(files, caption, replyTo) {
    const kinds = [...new Set(files.map((file) => file.kind))];
    let sent = {};
    for (const [at, kind] of kinds.entries()) {
      const some = files.filter((file) => file.kind === kind);
      const params = { ...this.asked(), kind, reply_to: replyTo, caption: at === 0 ? caption : "",
        duration: some[0].duration, ...(some.length === 1 ? await sizeOf(some[0]) : {}) };
      sent = sent && (await this.try(() => sendFiles(params, some)));
    }
    return sent;
  }

  beginning() {
    return look("beginning", this.asked());
  }

  toggleKeyboard() {
    this.composer.toggle.setAttribute("aria-expanded", String(this.keys.toggle()));
  }

  editLast() {
    const last = [...this.messages.values()].findLast((message) => message.mine && message.html);
    if (last) this.edit(last);
  }

  edit(message) {
    const read = new DOMParser().parseFromString(message.html, "text/html");
    this.composer.edit(message, read.body.textContent);
  }

  deeds() {
    return {
      press: (message, button, row, column, element) => this.press(message, button, row, column, element),
      vote: (message, options) => this.act("vote", { message: message.id, options }),
      reply: (message) => this.composer.reply(message),
      edit: (message) => this.edit(message),
      remove: (message) => this.act("delete", { message: message.id }),
      go: (id) => this.go(id),
      follow: (address) => this.follow(address),
      isOurs: (address) => this.isOurs(address),
    };
  }

  async press(message, button, row, column, element) {
    if (button.kind === "start") return this.start(button.payload);
    if (button.kind === "url") return this.follow(button.url);
    if (button.kind === "copy") return this.copy(button.copy ?? "");
    element.setAttribute("aria-busy", "true");
    this.pressed = performance.now();
    try {
      const done = await this.act("press", { message: message.id, row, column });
      if (!done) return;
      const { answer } = done;
      if (answer === null) this.say(t("unanswered"));
      else if (answer.url) this.follow(answer.url) || window.open(answer.url, "_blank", "noopener");
      else if (answer.alert) await alertOf(store.scene.bot.name, answer.text);
      else if (answer.text) this.say(answer.text);
    } finally {
      element.removeAttribute("aria-busy");
    }
  }

  async copy(words) {
    await navigator.clipboard.writeText(words);
    this.say(t("copied"));
  }

  async start(payload) {
    await this.act("start", { payload });
    this.hooks.openRoom(this, null);
  }

  /** Links that lead to this Telegram itself are followed here; true when this was one. */
  follow(address) {
    const command = /^command:(.+)$/.exec(address);
    if (command) this.sendText(command[1]);
    const start = startOf(address);
    if (start) this.start(start);
    const message = messageOf(address);
    if (message) this.hooks.openRoom(this, message.chat, message.id);
    return Boolean(command || start || message);
  }

  isOurs(address) {
    return Boolean(startOf(address) || messageOf(address));
  }

  /** To a message, loading what lies between. */
  async go(id) {
    while (this.more && this.oldest() > id) {
      const before = this.oldest();
      await this.loadOlder();
      if (this.oldest() === before) break;
    }
    if (!this.log.show(id)) this.say(t("gone"));
  }

  /** The chats that changed; one's own may be gone, or one may have been thrown out. */
  changed(chats) {
    if (!roomOf(this.personId, this.key)) this.show(this.personId);
    else if (chats.includes(chatOf(this.key))) this.refresh();
  }
}
