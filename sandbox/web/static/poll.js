// A native poll: options to choose from, and once one has voted, how many chose each.

import { el } from "./dom.js";
import { t } from "./words.js";

/** `vote` is called with the places of the chosen options; none takes the vote back. */
export function pollOf(poll, vote) {
  const decided = poll.closed || poll.chosen?.length > 0;
  const kind = poll.closed ? "closedPoll" : poll.anonymous ? "anonymousPoll" : "openPoll";
  return el("div", { class: "poll", role: "group", "aria-label": poll.question },
    el("strong", { dir: "auto" }, poll.question),
    el("small", {}, t(kind)),
    ...(decided ? results(poll) : choices(poll, vote)),
    el("small", { class: "poll-foot" }, t("votes", { count: poll.total ?? 0 }),
      decided && !poll.closed && el("button", { type: "button", class: "link", onclick: () => vote([]) }, t("retract"))));
}

function results(poll) {
  return poll.options.map((option, place) => {
    const share = poll.total ? Math.round((100 * option.votes) / poll.total) : 0;
    const bar = el("span", { class: "poll-bar" });
    bar.style.setProperty("--share", `${share}%`);
    return el("div", { class: poll.chosen?.includes(place) ? "poll-result chosen" : "poll-result" },
      el("span", { class: "poll-share" }, (share / 100).toLocaleString(document.documentElement.lang, { style: "percent" })),
      el("bdi", {}, option.text), bar);
  });
}

function choices(poll, vote) {
  if (!poll.several) {
    return poll.options.map((option, place) =>
      el("button", { type: "button", class: "poll-option", onclick: () => vote([place]) }, el("bdi", {}, option.text)));
  }
  const boxes = poll.options.map(() => el("input", { type: "checkbox" }));
  const chosen = () => boxes.flatMap((box, place) => (box.checked ? [place] : []));
  return [
    ...poll.options.map((option, place) => el("label", { class: "poll-option" }, boxes[place], el("bdi", {}, option.text))),
    el("button", { type: "button", class: "main", onclick: () => chosen().length && vote(chosen()) }, t("vote")),
  ];
}
