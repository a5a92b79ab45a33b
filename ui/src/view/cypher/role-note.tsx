import type { JSX } from "preact";
import { cypherWords } from "../../words/cypher-words.ts";
import { Icon } from "../icons.tsx";
import { useCypher } from "./cypher-context.ts";

/** For who may not run texts of their own: who may, and how. */
export const RoleNote = (): JSX.Element | null => {
  const store = useCypher();
  const words = cypherWords();
  const session = store.session.current.value;
  if (session.state === "failed" && session.error.context["status"] === 401) {
    return <Note title={words.needsToken} text={words.mayNotHow} />;
  }
  return store.mayRunTexts.value ? null : <Note title={words.mayNot} text={words.mayNotHow} />;
};

const Note = ({ title, text }: { readonly title: string; readonly text: string }): JSX.Element => (
  <div class="cypher-note" role="note">
    <Icon name="warning" />
    <p>
      <strong>{title}</strong> {text}
    </p>
  </div>
);
