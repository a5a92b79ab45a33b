import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { type AppError, isTransient } from "../../../schema/errors.ts";
import { frameWords } from "../words/frame-words.ts";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";

export interface FailureProps {
  readonly error: AppError;
  readonly what: string;
  readonly onRetry: () => void;
}

/** Says what failed, that nothing is lost, and offers to try again; what found nobody tries by itself once somebody is there. */
export const Failure = ({ error, what, onRetry }: FailureProps): JSX.Element => {
  const isAway = useApp().service.isAway.value;
  const wasAway = useRef(isAway);
  useEffect(() => {
    if (wasAway.current && !isAway && isTransient(error)) onRetry();
    wasAway.current = isAway;
  }, [isAway]);
  return (
    <div class="failure" role="alert">
      <p class="failure-title">
        <Icon name="warning" /> {frameWords().failed(what)}
      </p>
      <p class="muted">
        {sentence(error.message)} {frameWords().nothingLost}
      </p>
      <button type="button" class="button" onClick={onRetry}>
        {frameWords().tryAgain}
      </button>
    </div>
  );
};

/** An id at the beginning keeps its own spelling. */
const sentence = (text: string): string => {
  const capital = /^[a-z]+[\s,:]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
};
