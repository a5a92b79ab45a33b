import { appendFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "../schema/errors.ts";
import type { TraceEvent, TraceEventBody } from "../schema/events.ts";
import type { TraceId } from "../schema/ids.ts";
import { readEventFile, repairEventFile } from "./event-file.ts";

/** Events kept in memory per open trace; older ones are read from the file. */
const RING_EVENTS = 2_000;

export interface EventLog {
  /** Opens a trace for writing; numbering goes on after the last event that an earlier run wrote, whose number it returns. */
  open(traceId: TraceId): Promise<number>;
  /** Numbers, dates and queues an event of an open trace. Readers see it once it is in the file. */
  append(traceId: TraceId, body: TraceEventBody): void;
  /**
   * Everything with a number above `afterSeq`, in order, then what follows, until the signal aborts. Fails with
   * STORAGE_FAILED once a run is over whose last events could not be written: they will never come.
   */
  follow(traceId: TraceId, afterSeq: number, signal: AbortSignal): AsyncGenerator<TraceEvent, void>;
  /** What is in the file now, in order. */
  read(traceId: TraceId): AsyncGenerator<TraceEvent, void>;
  /** Waits for what is queued and forgets the trace's memory. */
  close(traceId: TraceId): Promise<void>;
}

interface Channel {
  lastSeq: number;
  /** Number of the last event that is in the file. */
  writtenSeq: number;
  ring: TraceEvent[];
  pending: TraceEvent[];
  /** A flush is about to take what is pending. */
  flushQueued: boolean;
  writing: Promise<void>;
  /** Why the last write failed; absent after one that did not. */
  writeError?: unknown;
  open: boolean;
  /** Readers that wait for what comes, also from a run that begins after this one. */
  followers: number;
  readonly wakers: Set<() => void>;
}

interface EventLogDependencies {
  /** Holds one `<trace>.ndjson` per trace. */
  readonly folder: string;
  readonly now: () => Date;
  readonly onWriteError: (error: unknown) => void;
}

/**
 * The numbered stream of every trace: a ring in memory in front of a file. A number never means two things, not even after a
 * `kill -9`: an event is shown only after it was written, and a half-written last line is cut off before numbering goes on.
 * Readers pull, so a slow one costs a cursor and no memory.
 */
export const createEventLog = (dependencies: EventLogDependencies): EventLog => {
  const channels = new Map<TraceId, Channel>();
  const fileOf = (traceId: TraceId): string => join(dependencies.folder, `${traceId}.ndjson`);
  const channelOf = (traceId: TraceId): Channel => {
    const channel = channels.get(traceId) ?? createChannel();
    channels.set(traceId, channel);
    return channel;
  };
  /** Whoever still follows would not hear of a run that goes on under another channel. */
  const forget = (traceId: TraceId, channel: Channel): void => {
    if (!channel.open && channel.followers === 0) channels.delete(traceId);
  };
  return {
    open: async (traceId) => {
      await mkdir(dependencies.folder, { recursive: true });
      const channel = channelOf(traceId);
      channel.lastSeq = await repairEventFile(fileOf(traceId));
      channel.writtenSeq = channel.lastSeq;
      channel.pending = [];
      delete channel.writeError;
      channel.open = true;
      return channel.lastSeq;
    },
    append: (traceId, body) => {
      const channel = channelOf(traceId);
      channel.lastSeq += 1;
      const stamp = { traceId, seq: channel.lastSeq, at: dependencies.now().toISOString() };
      channel.pending.push({ ...body, ...stamp } as TraceEvent);
      if (channel.flushQueued) return;
      channel.flushQueued = true;
      channel.writing = channel.writing
        .then(() => flush(channel, fileOf(traceId)))
        .catch(dependencies.onWriteError);
    },
    follow: async function* (traceId, afterSeq, signal) {
      const channel = channelOf(traceId);
      channel.followers += 1;
      try {
        yield* followChannel({ channel, file: fileOf(traceId), afterSeq, signal });
      } finally {
        channel.followers -= 1;
        forget(traceId, channel);
      }
    },
    read: (traceId) => readEventFile(fileOf(traceId), 0),
    close: async (traceId) => {
      const channel = channelOf(traceId);
      await channel.writing;
      if (channel.writeError !== undefined) {
        await flush(channel, fileOf(traceId)).catch(dependencies.onWriteError);
      }
      channel.open = false;
      channel.ring = [];
      for (const wake of channel.wakers) wake();
      forget(traceId, channel);
    },
  };
};

const createChannel = (): Channel => ({
  lastSeq: 0,
  writtenSeq: 0,
  ring: [],
  pending: [],
  flushQueued: false,
  writing: Promise.resolve(),
  open: false,
  followers: 0,
  wakers: new Set(),
});

const flush = async (channel: Channel, file: string): Promise<void> => {
  const batch = channel.pending;
  channel.pending = [];
  channel.flushQueued = false;
  const last = batch.at(-1);
  if (last === undefined) return;
  try {
    const missing = channel.writeError === undefined ? batch : await withoutWritten(batch, channel, file);
    await appendFile(file, missing.map((event) => `${JSON.stringify(event)}\n`).join(""));
  } catch (error) {
    // Kept for the next flush, so that a full disk that is cleared leaves no gap.
    channel.pending = [...batch, ...channel.pending];
    channel.writeError = error;
    throw error;
  }
  delete channel.writeError;
  channel.ring = [...channel.ring, ...batch].slice(-RING_EVENTS);
  channel.writtenSeq = last.seq;
  for (const wake of channel.wakers) wake();
};

/** A write that failed may have left some of its lines, and half of one, which is cut off. */
const withoutWritten = async (
  batch: readonly TraceEvent[],
  { writtenSeq }: Channel,
  file: string,
): Promise<readonly TraceEvent[]> => {
  const inFile = await repairEventFile(file);
  if (inFile >= writtenSeq) return batch.filter((event) => event.seq > inFile);
  throw new AppError(`the events of a running trace were removed: ${file}`, {
    code: "STORAGE_FAILED",
    context: { file },
  });
};

interface Follower {
  readonly channel: Channel;
  readonly file: string;
  readonly afterSeq: number;
  readonly signal: AbortSignal;
}

async function* followChannel(follower: Follower): AsyncGenerator<TraceEvent, void> {
  const { channel, file, signal } = follower;
  let cursor = follower.afterSeq;
  let upTo = channel.open ? channel.writtenSeq : Number.POSITIVE_INFINITY;
  let fromFile = true;
  while (!signal.aborted) {
    for await (const event of fromFile ? readEventFile(file, cursor) : channel.ring) {
      if (signal.aborted || event.seq > upTo) break;
      if (event.seq <= cursor) continue;
      cursor = event.seq;
      yield event;
    }
    if (Number.isFinite(upTo)) cursor = Math.max(cursor, upTo);
    if (channel.writtenSeq <= cursor) {
      refuseLost(channel, file);
      await nextWrite(channel, signal);
    }
    upTo = channel.writtenSeq;
    fromFile = (channel.ring[0]?.seq ?? upTo + 1) > cursor + 1;
  }
}

const refuseLost = ({ open, writeError }: Channel, file: string): void => {
  if (open || writeError === undefined) return;
  const why = writeError instanceof Error ? writeError.message : String(writeError);
  throw new AppError(`the events of a trace could not be written: ${file}: ${why}`, {
    code: "STORAGE_FAILED",
    context: { file },
    cause: writeError,
  });
};

/** Resolves at the channel's next write, or when the signal aborts. */
const nextWrite = (channel: Channel, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const wake = (): void => {
      channel.wakers.delete(wake);
      signal.removeEventListener("abort", wake);
      resolve();
    };
    channel.wakers.add(wake);
    signal.addEventListener("abort", wake);
    if (signal.aborted) wake();
  });
