import type { JSX } from "preact";
import { PAGES } from "../state/view-state.ts";
import { frameWords } from "../words/frame-words.ts";
import { useApp } from "./app-context.ts";
import { ViewLink } from "./view-link.tsx";

export interface PageLinksProps {
  readonly onFollow?: () => void;
}

/** The pages; what one page shows stays in the address while another is open, so that coming back finds it. */
export const PageLinks = ({ onFollow }: PageLinksProps): JSX.Element => {
  const { store } = useApp();
  const { page } = store.view.value;
  const words = frameWords();
  return (
    <ul class="page-links" onClick={onFollow}>
      {PAGES.map((one) => (
        <li key={one}>
          <ViewLink to={{ page: one }} current={one === page}>
            {words.pages[one]}
          </ViewLink>
        </li>
      ))}
    </ul>
  );
};
