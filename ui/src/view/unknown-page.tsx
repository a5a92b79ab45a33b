import type { JSX } from "preact";
import { frameWords } from "../words/frame-words.ts";

/** An address that leads nowhere. The link loads anew: the address itself is what must go. */
export const UnknownPage = ({ path }: { readonly path: string }): JSX.Element => {
  const words = frameWords().unknownPage;
  return (
    <section class="unknown-page">
      <h1>{words.title}</h1>
      <p class="muted">{words.text(path)}</p>
      <a class="button" href="/">
        {words.home}
      </a>
    </section>
  );
};
