import type { JSX, RefObject } from "preact";
import { readableId } from "../../state/name-of-id.ts";
import { findMisleading, textAround } from "../../state/review/misleading-parts.ts";
import type { OpenItem } from "../../state/review/open-item.ts";
import { toClaimText } from "../../words/claim-text.ts";
import { reviewWords } from "../../words/review-words.ts";
import { vocabularyWords } from "../../words/vocabulary-words.ts";
import { Icon } from "../icons.tsx";
import { NameText } from "../name-text.tsx";
import { StatusChip } from "../status-chip.tsx";
import { TimeText } from "../time-text.tsx";
import { ViewLink } from "../view-link.tsx";

export interface ItemClaimProps {
  readonly item: OpenItem;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** What the edge says, in one sentence, with whatever could mislead its reader. */
export const ItemClaim = ({ item, heading }: ItemClaimProps): JSX.Element => {
  const { edge, why, blind } = item.detail.item;
  const { between, behind, split, subset } = toClaimText(edge);
  const words = reviewWords();
  return (
    <header class="review-claim">
      <p class="panel-kind">
        <StatusChip status={edge.status} />
        {why
          .filter((reason) => reason !== edge.status)
          .map((reason) => (
            <span key={reason} class="chip" data-why={reason} title={words.whyTitle[reason]}>
              {words.why[reason]}
            </span>
          ))}
        <ViewLink to={{ page: "explore", root: edge.from, selection: { kind: "edge", id: edge.id } }}>
          {words.openPage}
        </ViewLink>
      </p>
      <h2 id="review-claim" ref={heading} tabIndex={-1}>
        <span class="claim-end">
          <NameText text={readableId(edge.from)} />
        </span>{" "}
        <span class="claim-between">{between}</span>{" "}
        <span class="claim-end">
          <NameText text={readableId(edge.to)} />
        </span>
        {behind !== "" && <span class="claim-between"> {behind}</span>}
        {split !== undefined && <span class="claim-between"> {split}</span>}
        {subset !== undefined && (
          <span class="claim-between">
            {" "}
            <NameText text={words.ofSubset(subset)} />
          </span>
        )}
      </h2>
      {why.length === 0 && <p class="muted">{words.notAsked}</p>}
      {blind && (
        <p class="review-note" role="note" data-blind>
          {words.blind}
        </p>
      )}
      {item.heldBy !== undefined && (
        <p class="review-note" role="note" data-held>
          <NameText text={words.heldUntil(item.heldBy.by, timeOf(item.heldBy.until))} />
        </p>
      )}
      {edge.contradicted !== undefined && (
        <p class="review-note">
          {words.contradicted(edge.contradicted.documents.length)} <TimeText iso={edge.contradicted.since} />
        </p>
      )}
      <MisleadingNote item={item} />
      {edge.kind === "derivation" && edge.flags.length > 0 && (
        <p class="review-flags">{edge.flags.map((flag) => vocabularyWords().flag[flag]).join("; ")}</p>
      )}
    </header>
  );
};

const timeOf = (iso: string): string => new Date(iso).toLocaleTimeString();

/** Hidden text, turned directions and look-alike letters where they could change what is decided. */
const MisleadingNote = ({ item }: { readonly item: OpenItem }): JSX.Element | null => {
  const { edge, from, to } = item.detail.item;
  const words = reviewWords();
  const names = [edge.from, edge.to, from.name, to.name, ...item.proofs.map((proof) => proof.nameAsWritten)];
  const found = findMisleading({
    names: [...new Set(names)],
    quotes: item.proofs.map(({ quote }) => quote),
    around: item.proofs.flatMap((proof) => {
      const document = item.documents.get(proof.document);
      return document === undefined ? [] : textAround(document.text, proof.span);
    }),
  });
  if (found.length === 0) return null;
  return (
    <div class="reader-warnings review-misleading" role="note" data-misleading>
      <Icon name="warning" />
      <div>
        {found.map(({ place, hidden, mixed }) => (
          <p key={place} data-place={place}>
            {words.misleading[place]}{" "}
            <NameText
              text={[
                hidden > 0 ? words.hiddenIn(hidden) : "",
                mixed.length > 0 ? words.mixedIn(mixed.map(({ word }) => word).join(", ")) : "",
              ]
                .filter((part) => part !== "")
                .join("; ")}
            />
          </p>
        ))}
      </div>
    </div>
  );
};
