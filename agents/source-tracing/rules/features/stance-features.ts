const DENIED =
  /\b(?:no|not any|none of the|never|not|without|nor|excluding|avoid(?:ed|ing)?)\s+(?:\w+\s+){0,3}?(?:data|rows?|samples?|examples?|content|text|questions?|prompts?|instances?|items?|entries|records?|material|part|portion|derived|taken|sourced|built|based|drawn|using|used|included?|contain(?:s|ed)?|from|use)\b[^.;!?]{0,60}$/i;
const DENIED_AFTER =
  /^[^.;!?,]{0,40}\b(?:(?:was|were|is|are|has been|have been) (?:not|never)|(?:wasn't|weren't|isn't|aren't)) (?:used|included|part|taken|contained|a source|sources|touched|involved)\b/i;
const NOT_ONLY = /\bnot (?:only|just|limited)\b/i;
const CHINESE_DENIED = /(?:没有|未曾?|并未|不)(?:使用|包含|采用|来自|取自|收录)[^。；]{0,30}$/;
const DECONTAMINATED =
  /\b(?:de-?contaminat\w+|overlap\w*|contaminat\w+|leak\w*|n-gram\w*|de-?duplicat\w+ against|(?:filter|remov|exclud)\w+ (?:any|all|every|rows|samples|examples|questions|prompts|items|data)\b[^.]{0,60}\b(?:in|from|match\w*|with))\b[^.;!?]{0,120}$/i;
const DECONTAMINATED_AFTER = /^[^.;!?]{0,60}\b(?:decontaminat\w+|were (?:removed|excluded)|contaminat\w+)/i;
const EVALUATED =
  /\b(?:evaluat\w+|benchmark(?:ed|ing)|tested|scor(?:e|es|ed|ing)|perform\w*|accuracy|results?|improve\w*|achiev\w+|outperform\w*|beats?|state-of-the-art)\b[^.;!?]{0,80}\b(?:on|in|against|across|of|over)\b[^.;!?]{0,60}$/i;
const TRAINED =
  /\b(?:models?|llms?|checkpoints?|we|it|was|were|been)\b[^.;!?]{0,60}\b(?:(?:fine-?|pre-?|instruction-)?(?:train|tun)(?:ed|ing)?)\b[^.;!?]{0,20}\b(?:on|with|using)\b[^.;!?]{0,60}$/i;

/** What the unit says of the name outright: that it was denied, cleaned against, evaluated on or trained on. */
export const stanceFeatures = (before: string, after: string): readonly string[] => {
  const features: string[] = [];
  const isDenied =
    (DENIED.test(before) && !NOT_ONLY.test(before)) ||
    DENIED_AFTER.test(after) ||
    CHINESE_DENIED.test(before);
  if (isDenied) features.push("says-denied");
  if (DECONTAMINATED.test(before) || DECONTAMINATED_AFTER.test(after)) features.push("says-decontaminated");
  if (EVALUATED.test(before)) features.push("says-evaluated");
  if (TRAINED.test(before)) features.push("says-trained");
  return features;
};
