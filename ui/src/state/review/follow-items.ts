import { effect, type ReadonlySignal, type Signal } from "@preact/signals";
import type { Span } from "../../../../schema/claim.ts";
import type { EdgeId } from "../../../../schema/ids.ts";
import type { Resource } from "../resource.ts";
import type { Waiting } from "./create-waiting.ts";
import type { ItemLoader, OpenItem } from "./open-item.ts";
import type { Outbox } from "./outbox.ts";
import { RENEW_MS } from "./queue-words.ts";
import type { ReviewClient } from "./review-client.ts";
import type { VisibleSeconds } from "./visible-seconds.ts";

export interface ItemFollowing {
  readonly client: Pick<ReviewClient, "take" | "release">;
  readonly after: (delayMs: number, action: () => void) => () => void;
  readonly waiting: Waiting;
  readonly outbox: Pick<Outbox, "waiting">;
  readonly loader: ItemLoader;
  readonly isShown: ReadonlySignal<boolean>;
  readonly currentId: ReadonlySignal<EdgeId | undefined>;
  readonly current: Resource<OpenItem>;
  readonly quote: Signal<number>;
  readonly passage: Signal<Span | undefined>;
  readonly seconds: Pick<VisibleSeconds, "start">;
  readonly isViewer: () => boolean;
  readonly open: (edge: EdgeId) => void;
}

/** When so few are left of what was fetched, the rest is asked for. */
const FEW = 10;

/** What follows from an item being open, and from none being so. Gives back how to stop. */
export const followItems = (following: ItemFollowing): (() => void) => {
  const stops = [startItem, openFirst, askForMore, letGo, keepHolding].map((follow) => follow(following));
  return () => {
    for (const stop of stops) stop();
  };
};

/** A new item begins at its first quote, and the one behind it is fetched while it is looked at. */
const startItem = ({ current, currentId, quote, passage, seconds, waiting, loader }: ItemFollowing) =>
  effect(() => {
    const value = current.value.value;
    if (currentId.value === undefined || value === undefined) return;
    quote.value = 0;
    passage.value = undefined;
    seconds.start();
    const next = waiting.beside(currentId.peek(), 1);
    // Whoever opens it sees the failure then.
    if (next !== undefined) void loader.load(next).catch(() => undefined);
  });

const openFirst = ({ isShown, currentId, waiting, open }: ItemFollowing) =>
  effect(() => {
    if (!isShown.value || currentId.value !== undefined) return;
    if (waiting.queue.current.value.state !== "ready") return;
    const first = waiting.beside(undefined, 1);
    if (first !== undefined) open(first);
  });

const askForMore = ({ waiting, outbox }: ItemFollowing) =>
  effect(() => {
    const fetched = waiting.queue.current.value;
    if (fetched.state !== "ready" || outbox.waiting.value.length > 0) return;
    const left = waiting.coming.value.length;
    const isMore = fetched.value.total > fetched.value.items.length;
    if (waiting.hasPassed.value && left < FEW && (isMore || left === 0)) waiting.queue.reload();
  });

/** What is neither open nor next goes back into the queue for others. */
const letGo = ({ currentId, waiting, loader, client, isViewer }: ItemFollowing) =>
  effect(() => {
    const edge = currentId.value;
    const wanted = edge === undefined ? [] : [edge, waiting.beside(edge, 1)];
    for (const held of loader.held()) {
      if (wanted.includes(held)) continue;
      loader.forget(held);
      // A hold that is not given back ends by itself.
      if (!isViewer()) void client.release(held).catch(() => undefined);
    }
  });

/** Goes on holding what is open and what comes next; what has changed meanwhile is shown as it is now. */
const keepHolding = (following: ItemFollowing): (() => void) => {
  const { client, after, loader, currentId, current, isViewer } = following;
  let cancel: (() => void) | undefined;
  const renew = async (edge: EdgeId): Promise<void> => {
    const shown = edge === currentId.peek() ? current.value.peek() : undefined;
    if (isViewer() || shown?.heldBy !== undefined) return;
    const { taken } = await client.take(edge);
    if (edge !== currentId.peek() || shown === undefined || taken === undefined) return;
    if (taken.item.revision === shown.detail.item.revision) return;
    loader.forget(edge);
    current.reload();
  };
  const later = (): void => {
    cancel = after(RENEW_MS, () => {
      // Who cannot be reached now is asked again in time; what was lost meanwhile shows when it is decided on.
      void Promise.allSettled(loader.held().map(renew)).then(later);
    });
  };
  later();
  return () => cancel?.();
};
