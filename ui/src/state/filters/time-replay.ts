import { computed, effect, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { creationDay } from "../creation-day.ts";
import type { ShownLineage } from "../shown-lineage.ts";
import type { Navigation } from "../navigation.ts";
import { type BinEdges, binOf, dayEdges } from "./histogram-bins.ts";
import { fromDayNumber, toDayNumber } from "./lineage-columns.ts";
import { createRangeScale } from "./range-scale.ts";
import type { ViewState } from "../view-state.ts";
import type { Bin } from "./value-counts.ts";

export const REPLAY_SPEEDS = [0.5, 1, 2, 4] as const;
export type ReplaySpeed = (typeof REPLAY_SPEEDS)[number];

/** How long each bar with something new stays, at a speed of 1. */
const STEP_MS = 800;

export interface TimeReplay {
  /** The shown day, as a number of days since 1970; today while nothing is left out. */
  readonly day: ReadonlySignal<number>;
  readonly today: number;
  /** Releases by month, quarter or year, and of each how many are there on the shown day. Empty without any date. */
  readonly bins: ReadonlySignal<readonly Bin[]>;
  /** Where the handle is, in bars. */
  readonly place: ReadonlySignal<number>;
  readonly isPlaying: ReadonlySignal<boolean>;
  readonly speed: Signal<ReplaySpeed>;
  toggle(): void;
  /** To the next or the previous day on which something was released; behind the last one is today. */
  step(by: 1 | -1): void;
  /** To a place in bars. */
  goTo(place: number, continues: boolean): void;
  /** Stops whatever is under way. */
  close(): void;
}

export interface ReplayDependencies {
  /** What has a place on the canvas. */
  readonly placed: ReadonlySignal<ShownLineage | undefined>;
  readonly navigation: Pick<Navigation, "view" | "navigate">;
  readonly after: (delayMs: number, action: () => void) => () => void;
  readonly now: () => Date;
}

const NOTHING_TO_STOP = (): void => undefined;

/** Replays how a lineage grew: the shown day is in the address, the rest is of the moment. */
export const createTimeReplay = ({ placed, navigation, after, now }: ReplayDependencies): TimeReplay => {
  const { view } = navigation;
  const timeline = createTimeline(placed, view, toDayNumber(now().toISOString()));
  const { days, today } = timeline;
  const speed = signal<ReplaySpeed>(1);
  const isPlaying = signal(false);
  let stop = NOTHING_TO_STOP;

  const show = (wanted: number, continues: boolean): void => {
    const asOf = fromDayNumber(Math.max(days.peek()[0] ?? today, Math.min(today, wanted)));
    navigation.navigate({ filters: { ...view.peek().filters, asOf } }, continues ? "replace" : "push");
  };
  const pause = (): void => {
    stop();
    isPlaying.value = false;
  };
  /** On to the last release of the next bar that has any, and at the end to today. */
  const playOn = (continues: boolean): void => {
    const bar = timeline.nextBar();
    show(bar ?? today, continues);
    if (bar === undefined) pause();
    else stop = after(STEP_MS / speed.peek(), () => playOn(true));
  };
  const play = (): void => {
    const isAtEnd = timeline.nextBar() === undefined;
    isPlaying.value = true;
    if (isAtEnd) show(days.peek()[0] ?? today, false);
    stop = after(STEP_MS / speed.peek(), () => playOn(isAtEnd));
  };
  // Nothing is replayed any more: whoever closed the replay did not mean it to come back by itself.
  const unfollow = effect(() => {
    if (view.value.filters.asOf === undefined) pause();
  });
  return {
    ...timeline,
    isPlaying,
    speed,
    toggle: () => (isPlaying.peek() ? pause() : play()),
    step: (by) => {
      pause();
      show((by === 1 ? timeline.next() : timeline.previous()) ?? today, false);
    },
    goTo: (place, continues) => {
      pause();
      show(timeline.dayAt(place), continues);
    },
    close: () => {
      unfollow();
      pause();
    },
  };
};

/** When the datasets of a lineage were released, and where on that line the shown day is. */
const createTimeline = (
  placed: ReplayDependencies["placed"],
  view: ReadonlySignal<ViewState>,
  today: number,
) => {
  const days = computed(() => releasesOf(placed.value, today));
  const edges = computed<BinEdges>(() => (days.value[0] === undefined ? [] : dayEdges(days.value[0], today)));
  const scale = computed(() => createRangeScale(edges.value, 1));
  const day = computed(() => {
    const { asOf } = view.value.filters;
    return asOf === undefined ? today : Math.min(today, toDayNumber(asOf));
  });
  const next = () => days.peek().find((one) => one > day.peek());
  return {
    today,
    days,
    day,
    bins: computed(() => countBins(days.value, edges.value, day.value)),
    place: computed(() => scale.value.toHandles([undefined, day.value]).high),
    next,
    /** The first release when there is none before. */
    previous: () => days.peek().findLast((one) => one < day.peek()) ?? days.peek()[0],
    /** The last release in the bar of the next one; undefined when there is none. */
    nextBar: () => {
      const first = next();
      const bar = first && binOf(edges.peek(), first);
      return first && days.peek().findLast((one) => binOf(edges.peek(), one) === bar);
    },
    dayAt: (place: number) => Math.round(scale.peek().toRange({ low: 0, high: place })?.[1] ?? today),
  };
};

/** The days of creation in order, one for each dataset that has one. */
const releasesOf = (placed: ShownLineage | undefined, today: number): readonly number[] =>
  (placed?.nodes ?? [])
    .flatMap((node) => {
      const day = creationDay(node);
      return day === undefined ? [] : [Math.min(today, toDayNumber(day))];
    })
    .sort((one, other) => one - other);

const countBins = (days: readonly number[], edges: BinEdges, shown: number): readonly Bin[] =>
  edges.slice(1).map((to, index) => {
    const from = edges[index] ?? 0;
    const inBin = days.filter((day) => binOf(edges, day) === index);
    return { from, to, all: inBin.length, shown: inBin.filter((day) => day <= shown).length };
  });
