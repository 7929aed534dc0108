// Times in Tehran; dates of the Persian calendar, in English beside those of the Gregorian.

import { currentLanguage, t } from "./words.js";

const ZONE = "Asia/Tehran";
const made = new Map();

function persian() {
  return currentLanguage() === "fa";
}

function format(options, locale = persian() ? "fa-IR-u-ca-persian" : "en-GB") {
  const key = locale + JSON.stringify(options);
  if (!made.has(key)) made.set(key, new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options }));
  return made.get(key);
}

export function time(seconds) {
  return format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(seconds * 1000);
}

/** Those of weekday, day, month and year that are wanted, in the order in which both languages say them. */
function words(seconds, options, locale) {
  const parts = format({ day: "numeric", month: "long", ...options }, locale).formatToParts(seconds * 1000);
  const found = Object.fromEntries(parts.map((part) => [part.type, part.value]));
  return [found.weekday, found.day, found.month, options.year && found.year].filter(Boolean).join(" ");
}

/** «یکشنبه ۱ آذر ۱۴۰۵»; “Sunday 22 November 2026 (1 Azar 1405)”. */
export function date(seconds) {
  const whole = words(seconds, { weekday: "long", year: "numeric" });
  if (persian()) return whole;
  return `${whole} (${words(seconds, { year: "numeric" }, "en-GB-u-ca-persian").replaceAll(" ", "\u00a0")})`;
}

export function day(seconds) {
  return format({ year: "numeric", month: "2-digit", day: "2-digit" }).format(seconds * 1000);
}

/** «امروز», «دیروز», or the date. */
export function dayTitle(seconds, now) {
  if (day(seconds) === day(now)) return t("today");
  if (day(seconds) === day(now - 86400)) return t("yesterday");
  return words(seconds, { weekday: "long" });
}

export function duration(seconds) {
  const figures = (number, digits) =>
    number.toLocaleString(currentLanguage(), { minimumIntegerDigits: digits, useGrouping: false });
  const whole = Math.max(0, Math.round(seconds || 0));
  return `${figures(Math.floor(whole / 60), 1)}:${figures(whole % 60, 2)}`;
}
