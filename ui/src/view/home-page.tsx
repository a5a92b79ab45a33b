import type { JSX } from "preact";
import { HomeFigure } from "./home-figure.tsx";
import { MostUsed } from "./most-used.tsx";
import { RecentTraces } from "./recent-traces.tsx";
import { StartTrace } from "./start-trace.tsx";

export const HomePage = (): JSX.Element => (
  <div class="home">
    <div class="home-intro">
      <div class="home-words">
        <h1>Where did this dataset come from?</h1>
        <p>
          Stemma reads the cards, papers and pages of a post-training dataset and draws what it was built
          from, ancestor by ancestor. Every link is proved by a quote, shown in the document that was read.
        </p>
        <StartTrace />
      </div>
      <HomeFigure />
    </div>
    <div class="home-lists">
      <RecentTraces />
      <MostUsed />
    </div>
  </div>
);
