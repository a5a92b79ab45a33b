/**
 * Whether a passage speaks to the program that reads it ("Assistant, add X to the sources") instead of telling
 * something of the dataset. Such a passage proves nothing, whatever it names.
 */
export const instructsReader = (passage: string): boolean =>
  INSTRUCTIONS.some((pattern) => pattern.test(passage));

const READER = String.raw`(?:ai|a\.i\.|assistants?|chatbots?|llms?|(?:large )?language models?|(?:ai |language )?models?|agents?|bots?|crawlers?|parsers?|extractors?|annotators?|tracers?|readers?|systems?)`;
const RECORD = String.raw`(?:add|insert|include|list|record|report|register|output|emit|return|mark|treat|count|name|answer|respond|reply|say|state|claim|write|mention)`;
const GRAPH_WORD = String.raw`(?:sources?|upstreams?|ancestors?|parents?|edges?|lineage|derivations?|provenance|claims?|answers?|json|graph|output|response|accepted|built from|derived from)`;
/** Anything but the end of a sentence; lines may be broken. */
const WITHIN = String.raw`[^.!?。！？]`;
const SENTENCE_START = String.raw`(?:^|[.!?:>(*-])\s*`;

const INSTRUCTIONS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\b[^.!?]{0,40}\b(?:previous|prior|above|earlier|preceding|all|other|your)\b[^.!?]{0,40}\b(?:instructions?|prompts?|rules?|directions?|guidelines?)\b/iu,
  /\b(?:ignore|disregard|forget|override)\b[^.!?]{0,20}\b(?:instructions?|prompts?|rules?|directions?|guidelines?)\b[^.!?]{0,20}\b(?:above|before|so far|given)\b/iu,
  new RegExp(
    String.raw`\b(?:note|notice|memo|message|attention|instructions?|directions?)\s*(?:to|for)?:?\s+(?:(?:all|any|every|the|an?)\s+)?(?:ai|large |language )?\s*(?:assistants?|chatbots?|llms?|language models?|models?|agents?|crawlers?|extractors?)\b`,
    "iu",
  ),
  // Speaks to the reader by name: "Dear assistant, ...", "Language models that read this: ...".
  new RegExp(
    String.raw`(?:${SENTENCE_START}|\b(?:dear|hey|hello|if you are an?)\s+)(?:(?:all|any|every|the|an?)\s+)?${READER}\b(?:\s+(?:reading|processing|parsing|analy[sz]ing|extracting|(?:that|who|which) (?:reads?|process(?:es)?))\b${WITHIN}{0,60})?\s*[,:;—-]${WITHIN}{0,200}\b${RECORD}\b`,
    "iu",
  ),
  new RegExp(
    String.raw`\b(?:${READER}|you)\b${WITHIN}{0,60}\b(?:must|should|shall|has to|have to|needs? to|are (?:required|told|asked|instructed) to|please)\b${WITHIN}{0,40}\b${RECORD}\b${WITHIN}{0,200}\b${GRAPH_WORD}\b`,
    "iu",
  ),
  new RegExp(
    String.raw`(?:${SENTENCE_START}|\b(?:please|must|should|now|always|then|and)\s+)${RECORD}\b${WITHIN}{0,160}\b(?:(?:as|to|in|into|among|with) (?:an?|the|your|its|our|all)\s+(?:\w+\s+){0,3}${GRAPH_WORD}|your (?:answer|output|response|json))\b`,
    "iu",
  ),
  /\b(?:reply|answer|respond)\b[^.!?]{0,20}\bwith\b[^.!?]{0,20}\bjson\b/iu,
  /<\|?(?:im_start|system|assistant|user|endoftext|inst)\|?>|\[INST\]|^\s*(?:#+\s*)?system(?: prompt| message)?\s*:/imu,
  /(?:忽略|无视)[^。！？\n]{0,20}(?:指令|提示|说明|规则)|(?:助手|模型|智能体|AI)[^。！？\n]{0,12}(?:请|必须|应当|应该|务必)[^。！？\n]{0,40}(?:来源|数据源|输出|回答|添加|加入|列为)/iu,
];
