import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { TraceEvent } from "../../../../schema/events.ts";
import { tracesWords, type EventWords } from "../../words/traces-words.ts";
import { useApp } from "../app-context.ts";
import { Icon } from "../icons.tsx";

/** The latest events as lines; it can be held still to be read. */
export const EventLog = (): JSX.Element => {
  const { live } = useApp().store;
  const words = tracesWords().live;
  const held = useSignal<readonly TraceEvent[] | undefined>(undefined);
  const box = useRef<HTMLOListElement>(null);
  const events = held.value ?? live.log.value;
  const isHeld = held.value !== undefined;
  const lastHeld = held.value?.at(-1)?.seq ?? 0;
  const newer = Math.max(0, (live.log.value.at(-1)?.seq ?? 0) - lastHeld);
  useEffect(() => {
    if (!isHeld && box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [events, isHeld]);
  return (
    <section class="trace-part" aria-labelledby="log-title" data-part="log">
      <div class="log-head">
        <h3 id="log-title" class="side-title">
          {words.log}
        </h3>
        <span class="muted tabular">{isHeld ? words.paused(newer) : words.logCut(events.length)}</span>
        <button
          type="button"
          class="button quiet"
          aria-pressed={isHeld}
          onClick={() => (held.value = isHeld ? undefined : live.log.peek())}
        >
          <Icon name={isHeld ? "play" : "stop"} /> {isHeld ? words.goOnLog : words.pause}
        </button>
      </div>
      <ol class="event-log mono" ref={box} tabIndex={0} aria-labelledby="log-title">
        {events.map((event) => (
          <li key={event.seq} class={`event event-${event.type}`} title={idsOf(event).join("\n")}>
            <time dateTime={event.at} class="muted">
              {event.at.slice(11, 19)}
            </time>{" "}
            {lineOf(tracesWords().event, event)}
          </li>
        ))}
      </ol>
    </section>
  );
};

/** The ids behind the names of a line. */
const idsOf = (event: TraceEvent): readonly string[] => {
  if (event.type === "trace-start") return event.roots;
  if (event.type === "trace-end") return [];
  return event.type === "edge-decided" ? [event.dataset, event.to] : [event.dataset];
};

const lineOf = <Type extends TraceEvent["type"]>(
  words: EventWords,
  event: Extract<TraceEvent, { type: Type }>,
): string => (words[event.type as Type] as (one: typeof event) => string)(event);
