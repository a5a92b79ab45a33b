import type { JSX } from "preact";
import { PAGES } from "../state/view-state.ts";
import { frameWords } from "../words/frame-words.ts";
import { useApp } from "./app-context.ts";
import { ViewLink } from "./view-link.tsx";

export interface PageLinksProps {
  readonly onFollow?: () => void;
}

/** The pages. What is explored stays in the address, so that coming back finds it; a Cypher text is long and stays on its own page. */
export const PageLinks = ({ onFollow }: PageLinksProps): JSX.Element => {
  const { store } = useApp();
  const { page } = store.view.value;
  const words = frameWords();
  return (
    <ul class="page-links" onClick={onFollow}>
      {PAGES.map((one) => (
        <li key={one}>
          <ViewLink
            to={one === "cypher" ? { page: one } : { page: one, cypher: undefined }}
            current={one === page}
          >
            {words.pages[one]}
          </ViewLink>
        </li>
      ))}
    </ul>
  );
};
