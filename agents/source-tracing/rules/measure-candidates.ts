import { findMentions } from "./candidates/find-mentions.ts";
import type { Mention } from "./candidates/mention.ts";
import type { DocumentView } from "./document-view.ts";
import { contextFeatures } from "./features/context-features.ts";
import { documentFeatures, groupFeatures, placeFeatures } from "./features/document-features.ts";
import { nameFeatures } from "./features/name-features.ts";
import { nameClassOf, situationOf } from "./features/situation.ts";
import { subjectFeatures } from "./features/subject-features.ts";
import { createSurroundings } from "./features/surroundings.ts";
import type { Surroundings } from "./features/surroundings.ts";
import { groupMentions } from "./group-mentions.ts";

export interface MeasuredMention {
  readonly mention: Mention;
  readonly around: Surroundings;
  /** Names of the features that hold, each once. */
  readonly features: readonly string[];
}

export interface MeasuredCandidate {
  readonly hubId?: string;
  readonly mentions: readonly MeasuredMention[];
}

/** What a document says of itself changes what a name of these classes means. */
const CROSSED =
  /^(?:own-name|own-part|hub-id|repository|twin-id)&document:(?:impersonal|first-person|some-we|says-copy|short|long|says-original)$/;

/** Finds a document's candidates and says of each mention which features hold. */
export const measureCandidates = (view: DocumentView): readonly MeasuredCandidate[] => {
  const mentions = findMentions(view);
  const surroundings = createSurroundings(view, mentions);
  const groups = groupMentions(mentions, view.input.target);
  const shared = documentFeatures(view, groups);
  return groups.map((group) => {
    const common = [...shared, ...groupFeatures(view, group)];
    return {
      ...(group.hubId !== undefined && { hubId: group.hubId }),
      mentions: group.indices.flatMap((index) => {
        const mention = mentions[index];
        if (mention === undefined) return [];
        const around = surroundings(mention, index);
        const ofName = nameFeatures(view, mention);
        const nameClass = nameClassOf(mention, ofName);
        const situation = situationOf(view, mention, around);
        const features = new Set([
          ...common,
          `class:${nameClass}`,
          `situation:${situation}`,
          `pair:${nameClass}/${situation}`,
          ...shared.map((feature) => `${nameClass}&${feature}`).filter((feature) => CROSSED.test(feature)),
          ...placeFeatures(view, mention),
          ...ofName,
          ...subjectFeatures(view, mention, around.head),
          ...contextFeatures(view, mention, around),
        ]);
        return [{ mention, around, features: [...features] }];
      }),
    };
  });
};
