// Where one writes: the text field, what hangs on it, and the message that is answered or changed.

import { el, fill, icon, iconButton } from "./dom.js";
import { attachPanel } from "./attach.js";
import { panelOf } from "./panel.js";
import { canRecord, startRecording } from "./recorder.js";
import { ownFile } from "./samples.js";
import { t } from "./words.js";

const MOST = 10;

/** `host` is the pane: it knows the room and talks to the server. */
export class Composer {
  constructor(host) {
    this.host = host;
    this.files = [];
    this.about = null; // the message that is answered or changed
    this.editing = false;
    this.build();
  }

  build() {
    this.field = el("textarea", { rows: 1, maxlength: 4096, "aria-label": t("write"), placeholder: t("write"),
      enterkeyhint: "send" });
    this.sender = iconButton("send", t("send"), () => this.send(), { class: "round main send" });
    this.microphone = iconButton("microphone", t("record"), () => this.record(), { class: "round" });
    const attach = iconButton("attach", t("attach"));
    this.attach = attachPanel(attach, this);
    const menu = iconButton("slash", t("commands"));
    this.commands = panelOf(menu, t("commands"), (close) => this.commandList(close));
    this.toggle = iconButton("keyboard", t("keyboard"), () => this.host.toggleKeyboard(), { hidden: true, "aria-expanded": "true" });
    this.bar = el("div", { class: "about", hidden: true });
    this.tray = el("ul", { class: "tray", hidden: true, "aria-label": t("attach") });
    this.form = el("form", { class: "composer" }, attach, this.attach.panel, menu, this.commands.panel, this.field, this.toggle,
      this.microphone, this.sender);
    this.element = el("div", { class: "writing" }, this.bar, this.tray, this.form);
    this.showSender();
    this.listen();
  }

  listen() {
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.field.addEventListener("keydown", (event) => this.typed(event));
    this.field.addEventListener("input", () => this.written());
    this.field.addEventListener("paste", (event) => this.took(event, event.clipboardData));
    this.element.addEventListener("dragover", (event) => event.preventDefault());
    this.element.addEventListener("drop", (event) => this.took(event, event.dataTransfer));
  }

  typed(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape") {
      this.forget();
    } else if (event.key === "ArrowUp" && this.field.value === "" && !this.about) {
      this.host.editLast();
    }
  }

  written() {
    this.field.dir = this.field.value ? "auto" : ""; // else an empty field would read from the left
    this.grow();
    this.showSender();
    if (this.field.value === "/") this.commands.open();
    else this.commands.close();
  }

  /** With something to send there is a button for that, else one to speak. */
  showSender() {
    const filled = this.field.value !== "" || this.files.length > 0 || this.editing;
    this.form.classList.toggle("filled", filled);
    this.sender.hidden = !filled && canRecord();
    this.microphone.hidden = filled || !canRecord();
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 160)}px`;
  }

  took(event, transfer) {
    const files = [...(transfer?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    files.forEach((file) => this.add(ownFile(file, false)));
  }

  async commandList(close) {
    const found = await this.host.try(() => this.host.beginning());
    if (!found) return [];
    const { commands } = found;
    if (!commands.length) return [el("p", { class: "quiet" }, t("noCommands"))];
    return commands.map(({ command, description }) => el("button", { type: "button", class: "panel-row",
      onclick: () => {
        close();
        this.field.value = "";
        this.host.sendText(`/${command}`);
      } }, el("bdi", { class: "command", dir: "ltr" }, `/${command}`), el("span", { dir: "auto" }, description)));
  }

  // The message that is answered or changed

  reply(message, focus = true, placeholder = "") {
    this.set(message, false, t("replyTo", { name: message.from.name }), "reply");
    this.field.placeholder = placeholder || t("write");
    if (focus) this.field.focus();
  }

  edit(message, words) {
    this.set(message, true, t("editing"), "edit");
    this.field.value = words;
    this.written();
    this.field.focus();
  }

  set(message, editing, title, sign) {
    this.about = message;
    this.editing = editing;
    fill(this.bar, icon(sign),
      el("span", { class: "about-words" }, el("strong", {}, title), el("span", { dir: "auto" }, this.host.gist(message))),
      iconButton("close", t("cancel"), () => this.forget(true)));
    this.bar.hidden = false;
  }

  forget(focus = false) {
    if (this.editing) this.field.value = "";
    this.about = null;
    this.editing = false;
    this.bar.hidden = true;
    this.field.placeholder = t("write");
    this.written();
    if (focus) this.field.focus();
  }

  // What hangs on it

  add(file) {
    if (this.files.length === MOST) return this.host.say(t("tooMany"));
    this.files.push(file);
    this.showTray();
    this.field.focus();
  }

  drop(file) {
    this.files = this.files.filter((each) => each !== file);
    if (file.url) URL.revokeObjectURL(file.url);
    this.showTray();
    this.field.focus();
  }

  showTray() {
    fill(this.tray, ...this.files.map((file) => el("li", {},
      file.url ? el("img", { src: file.url, alt: t("photo") }) : el("span", { class: "tray-file" }, icon("file"), el("bdi", {}, file.name)),
      iconButton("close", t("drop"), () => this.drop(file), { class: "round small" }))));
    this.tray.hidden = this.files.length === 0;
    this.field.placeholder = this.files.length ? t("caption") : t("write");
    this.showSender();
  }

  // On its way

  async send() {
    const words = this.field.value;
    if (!words.trim() && !this.files.length) return this.field.focus();
    const { about, editing, files } = this;
    this.clear();
    this.field.focus({ preventScroll: true });
    const sent = await this.deliver(words, about, editing, files);
    files.forEach((file) => file.url && URL.revokeObjectURL(file.url));
    if (sent) return;
    this.field.value = words;
    this.written();
  }

  deliver(words, about, editing, files) {
    if (editing) return this.host.act("edit", { message: about.id, text: words });
    if (files.length) return this.host.sendFiles(files, words.trim(), about?.id);
    return this.host.sendText(words, about?.id);
  }

  clear() {
    this.files = [];
    this.field.value = "";
    this.editing = false;
    this.forget();
    this.showTray();
  }

  async record() {
    if (this.recording) return this.stopRecording();
    try {
      this.recording = await startRecording();
    } catch {
      return this.host.say(t("noMicrophone"));
    }
    this.showRecording(true);
  }

  async stopRecording() {
    const file = await this.recording.stop();
    this.recording = null;
    this.showRecording(false);
    await this.host.sendFiles([file], "", this.about?.id);
  }

  showRecording(on) {
    this.microphone.classList.toggle("live", on);
    this.microphone.setAttribute("aria-label", t(on ? "recordStop" : "record"));
    this.microphone.title = t(on ? "recordStop" : "record");
    this.field.placeholder = t(on ? "recording" : "write");
  }
}
