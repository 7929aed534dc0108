// Times in Tehran; dates of the Persian calendar.

import { currentLanguage, t } from "./words.js";

const ZONE = "Asia/Tehran";
const made = new Map();

function format(options) {
  const locale = currentLanguage() === "fa" ? "fa-IR-u-ca-persian" : "en-GB-u-ca-persian";
  const key = locale + JSON.stringify(options);
  if (!made.has(key)) made.set(key, new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options }));
  return made.get(key);
}

export function time(seconds) {
  return format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(seconds * 1000);
}

/** Weekday, day, month and, if wanted, year, in the order in which both languages say them. */
function words(seconds, options) {
  const parts = format({ weekday: "long", day: "numeric", month: "long", ...options }).formatToParts(seconds * 1000);
  const found = Object.fromEntries(parts.map((part) => [part.type, part.value]));
  return [found.weekday, found.day, found.month, options.year && found.year].filter(Boolean).join(" ");
}

export function date(seconds) {
  return words(seconds, { year: "numeric" });
}

export function day(seconds) {
  return format({ year: "numeric", month: "2-digit", day: "2-digit" }).format(seconds * 1000);
}

/** «امروز», «دیروز», or the date. */
export function dayTitle(seconds, now) {
  if (day(seconds) === day(now)) return t("today");
  if (day(seconds) === day(now - 86400)) return t("yesterday");
  return words(seconds, {});
}

export function duration(seconds) {
  const figures = (number, digits) =>
    number.toLocaleString(currentLanguage(), { minimumIntegerDigits: digits, useGrouping: false });
  const whole = Math.max(0, Math.round(seconds || 0));
  return `${figures(Math.floor(whole / 60), 1)}:${figures(whole % 60, 2)}`;
}
