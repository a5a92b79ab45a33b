import type { JSX } from "preact";
import { frameWords } from "../words/frame-words.ts";
import { useApp } from "./app-context.ts";

/** Above the page while the service does not answer; what is shown stays. */
export const AwayBanner = (): JSX.Element => {
  const { service } = useApp();
  const words = frameWords();
  return (
    <div role="status">
      {service.isAway.value && (
        <p class="away-banner">
          <span class="spinner" aria-hidden="true" />
          <span>
            <strong>{words.away}</strong> {words.awayStill}
          </span>
        </p>
      )}
    </div>
  );
};
