import type { Edge } from "../../../schema/edge.ts";
import type { EdgeFilter } from "../../../schema/review-batch.ts";

/** Whether an edge has all that a filter asks for. */
export const matchesFilter = (edge: Edge, filter: EdgeFilter): boolean =>
  isOneOf(filter.statuses, edge.status) &&
  isOneOf(filter.kinds, edge.kind) &&
  matchesDerivation(edge, filter) &&
  shares(filter.documentKinds, edge.signals.documentKinds) &&
  shares(filter.finders, edge.signals.tracers) &&
  isOneOf(filter.resolvedBy, edge.signals.resolvedBy) &&
  matchesEnds(edge, filter) &&
  edge.confidence >= (filter.least ?? 0) &&
  edge.confidence <= (filter.most ?? 1) &&
  isOrNot(filter.decided, edge.decision !== undefined) &&
  isOrNot(filter.contradicted, edge.contradicted !== undefined);

const matchesDerivation = (edge: Edge, { relations, splits, flags, rejections }: EdgeFilter): boolean => {
  const { relation, split, rejection } = edge.kind === "derivation" ? edge : NOTHING;
  return (
    isOneOf(relations, relation) &&
    isOneOf(splits, edge.kind === "clearing" ? edge.split : split) &&
    isOneOf(rejections, rejection) &&
    shares(flags, edge.kind === "derivation" ? edge.flags : [])
  );
};

const NOTHING = { relation: undefined, split: undefined, rejection: undefined };

const matchesEnds = ({ from, to }: Edge, filter: EdgeFilter): boolean =>
  (filter.from ?? from) === from &&
  (filter.to ?? to) === to &&
  (filter.text === undefined || `${from} ${to}`.toLowerCase().includes(filter.text.toLowerCase()));

const isOneOf = <Word>(wanted: readonly Word[] | undefined, word: Word | undefined): boolean =>
  wanted === undefined || (word !== undefined && wanted.includes(word));

const shares = <Word>(wanted: readonly Word[] | undefined, words: readonly Word[]): boolean =>
  wanted === undefined || words.some((word) => wanted.includes(word));

const isOrNot = (wanted: boolean | undefined, is: boolean): boolean => wanted === undefined || wanted === is;
