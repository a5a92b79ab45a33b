import type { JSX } from "preact";

const PATHS = {
  search: "M7 12.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11ZM11 11l3.500 3.500",
  sun: "M8 5.200a2.800 2.800 0 1 0 0 5.600 2.800 2.800 0 0 0 0-5.600ZM8 1v1.500M8 13.500V15M1 8h1.500M13.500 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1",
  moon: "M13.500 9.800A6 6 0 0 1 6.200 2.500a6 6 0 1 0 7.300 7.300Z",
  screen: "M2 3h12v8H2zM6 14h4M8 11v3",
  copy: "M5.500 5.500v-3h8v8h-3M2.500 5.500h8v8h-8z",
  check: "M3 8.500 6.500 12 13 4.500",
  close: "M3.500 3.500l9 9M12.500 3.500l-9 9",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  fit: "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4",
  tidy: "M3 3v10M3 8h4M7 4h6M7 8h6M7 12h6M7 4v8",
  link: "M6.500 9.500l3-3M7 4.500l1.500-1.500a3 3 0 0 1 4.500 4.500L11.500 9M9 11.500 7.500 13A3 3 0 0 1 3 8.500L4.500 7",
  table: "M2 3h12v10H2zM2 6.500h12M2 10h12M6.500 6.500V13",
  undo: "M6 3 2.500 6.500 6 10M2.500 6.500h7a4 4 0 0 1 0 8H7",
  redo: "M10 3l3.500 3.500L10 10M13.500 6.500h-7a4 4 0 0 0 0 8H9",
  share: "M8 10V2M5 4.500l3-3 3 3M3.500 7.500v6.500h9V7.500",
  rename: "M3 13h2.500l7.500-7.500-2.500-2.500L3 10.500zM9 4.500 11.500 7",
  remove: "M3 4.500h10M6 4.500v-2h4v2M4.500 4.500l.5 9h6l.5-9M7 7v4M9 7v4",
  filter: "M2 4h12M4.500 8h7M6.500 12h3",
  chevron: "M4 6l4 4 4-4",
  external: "M9 2.500h4.500V7M13.500 2.500 7.500 8.500M11.500 9.500v4h-9v-9h4",
  up: "M8 13V3M4 7l4-4 4 4",
  down: "M8 3v10M4 9l4 4 4-4",
  stop: "M4 4h8v8H4z",
  pause: "M5 3.500v9M11 3.500v9",
  previous: "M11.500 3.500v9L5 8zM4 3.500v9",
  next: "M4.500 3.500v9L11 8zM12 3.500v9",
  play: "M5 3.500v9l7.500-4.500z",
  keys: "M1.500 4h13v8h-13zM4 7h.01M6.500 7h.01M9 7h.01M11.500 7h.01M5 9.500h6",
  menu: "M2.500 4h11M2.500 8h11M2.500 12h11",
  command:
    "M6 6h4v4H6zM6 6H4.500A2 2 0 1 1 6 4.500zM10 6V4.500A2 2 0 1 1 11.500 6zM10 10h1.500A2 2 0 1 1 10 11.500zM6 10v1.500A2 2 0 1 1 4.500 10z",
  save: "M8 2.500v7M5 7l3 3 3-3M2.500 11.500v2h11v-2",
  clock: "M8 14.500a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13ZM8 4.500V8l2.500 1.500",
  warning: "M8 2.500 14.500 13.500h-13zM8 6.500v3.500M8 12h.01",
} as const;

export interface IconProps {
  readonly name: keyof typeof PATHS;
}

/** Decoration only: the control around it carries the label. */
export const Icon = ({ name }: IconProps): JSX.Element => (
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d={PATHS[name]} />
  </svg>
);
