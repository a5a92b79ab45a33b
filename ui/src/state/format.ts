import { type Language, shownLanguage } from "../words/language.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MONTH_MS = 30.44 * DAY_MS;
const YEAR_MS = 365.25 * DAY_MS;
const RELATIVE_STEPS = [
  ["year", YEAR_MS],
  ["month", MONTH_MS],
  ["day", DAY_MS],
  ["hour", HOUR_MS],
  ["minute", MINUTE_MS],
] as const;
const KIBIBYTE = 1024;

/** Each is made when it is first used: together they take a tenth of the page's start. */
const createFormats = (language: Language, now: string) => ({
  now,
  relative: once(() => new Intl.RelativeTimeFormat(language, { numeric: "auto" })),
  grouped: once(() => new Intl.NumberFormat(language)),
  compact: once(() => new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 1 })),
});

const once = <Made>(make: () => Made): (() => Made) => {
  let made: Made | undefined;
  return () => (made ??= make());
};

const FORMATS = {
  en: createFormats("en", "just now"),
  zh: createFormats("zh", "刚刚"),
} satisfies Record<Language, unknown>;

/** Reads a signal: a component that formats follows a change of the language. */
const formats = () => FORMATS[shownLanguage()];

/** 2025-11-24, in UTC as the sources give it. */
export const formatDate = (iso: string): string => iso.slice(0, 10);

/** 2025-11-24 10:15 UTC. */
export const formatTime = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;

export const formatRelative = (iso: string, now: Date): string => {
  const difference = Date.parse(iso) - now.getTime();
  const step = RELATIVE_STEPS.find(([, length]) => Math.abs(difference) >= length);
  const { now: justNow, relative } = formats();
  return step === undefined ? justNow : relative().format(Math.round(difference / step[1]), step[0]);
};

export const formatCount = (count: number): string => formats().grouped().format(count);

/** 12.3K, 1.2万: for places where the full figure stands in a title. */
export const formatCompact = (count: number): string => formats().compact().format(count);

/** "1 source", "3 sources". */
export const formatPlural = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

export const formatBytes = (bytes: number): string =>
  bytes < KIBIBYTE ? `${bytes} B` : `${(bytes / KIBIBYTE).toFixed(bytes < 10 * KIBIBYTE ? 1 : 0)} KiB`;

/** Two decimals, and never a rounded 1.00 for what is not certain. */
export const formatConfidence = (confidence: number): string =>
  (confidence < 1 ? Math.min(confidence, 0.99) : confidence).toFixed(2);

/** 1:05 or 1:02:05. */
export const formatElapsed = (elapsedMs: number): string => {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
};

const two = (value: number): string => String(value).padStart(2, "0");
