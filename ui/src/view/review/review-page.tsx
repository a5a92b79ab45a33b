import "../../styles/review.css";
import "../../styles/review-item.css";
import "../../styles/review-narrow.css";
import "../../styles/review-forms.css";
import "../../styles/review-figures.css";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { createApiClient } from "../../state/api-client.ts";
import { createReviewClient } from "../../state/review/review-client.ts";
import { createReviewStore, type ReviewStore } from "../../state/review/review-store.ts";
import { REVIEW_TABS } from "../../state/review/review-view.ts";
import { reviewWords } from "../../words/review-words.ts";
import { type App, useApp } from "../app-context.ts";
import { openStorage } from "../open-storage.ts";
import { ViewLink } from "../view-link.tsx";
import { freshStorage } from "./fresh-storage.ts";
import { LiveLine } from "./live-line.tsx";
import { Notices } from "./notices.tsx";
import { randomUuid } from "./random-uuid.ts";
import { ReviewContext } from "./review-context.ts";
import { ReviewKeySheet } from "./review-key-sheet.tsx";
import { ReviewDesk } from "./review-desk.tsx";
import { ReviewFigures } from "./review-figures.tsx";
import { SaveState } from "./save-state.tsx";
import { useReviewKeyboard } from "./use-review-keyboard.ts";

/** Where people decide on edges, one after another. */
export const ReviewPage = (): JSX.Element => {
  const app = useApp();
  const store = useMemo(() => createStore(app), [app]);
  useEffect(() => store.close, [store]);
  useEffect(() => followVisibility(store), [store]);
  const words = reviewWords();
  const { review } = app.store.view.value;
  useReviewKeyboard(store);
  return (
    <ReviewContext.Provider value={store}>
      <div class="review-page" data-page="review">
        <header class="page-head review-head">
          <h1>{words.title}</h1>
          <p class="muted review-intro">{words.intro}</p>
          <nav class="segmented review-tabs" aria-label={words.title}>
            {REVIEW_TABS.map((tab) => (
              <ViewLink key={tab} to={{ review: { ...review, tab } }} current={tab === review.tab}>
                {words.tab[tab]}
              </ViewLink>
            ))}
          </nav>
          <SaveState />
        </header>
        {store.isViewer.value && (
          <p class="review-viewer" role="note">
            {words.viewer}
          </p>
        )}
        <Notices />
        {review.tab === "queue" ? <ReviewDesk /> : <ReviewFigures />}
        <LiveLine />
        {app.isKeySheetOpen.value && <ReviewKeySheet />}
      </div>
    </ReviewContext.Provider>
  );
};

const CLIENT = "stemma.review.client";

const createStore = ({ store, service }: App): ReviewStore => {
  const tabStorage = openStorage(() => sessionStorage);
  const client = tabStorage.getItem(CLIENT) ?? randomUuid();
  tabStorage.setItem(CLIENT, client);
  return createReviewStore({
    client: createReviewClient(service.send, client),
    api: createApiClient(service.send),
    navigation: store.navigation,
    storage: freshStorage(() => localStorage),
    tabStorage,
    newId: randomUuid,
    now: () => new Date(),
    after: (delayMs, action) => {
      const timer = setTimeout(action, delayMs);
      return () => clearTimeout(timer);
    },
    isVisible: document.visibilityState === "visible",
  });
};

/** Time out of sight does not count, and what waits is sent as soon as the network is back. */
const followVisibility = (store: ReviewStore): (() => void) => {
  const onVisibility = (): void => store.seconds.setVisible(document.visibilityState === "visible");
  document.addEventListener("visibilitychange", onVisibility);
  addEventListener("online", store.outbox.retry);
  return () => {
    document.removeEventListener("visibilitychange", onVisibility);
    removeEventListener("online", store.outbox.retry);
  };
};
