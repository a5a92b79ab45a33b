/** What a family's models are mostly used for: a hint for the role when the sentence gives none. */
export type ModelKind = "chat" | "translator" | "image" | "audio" | "perception" | "encoder" | "reward";

/**
 * What else a mention must show before a family's word counts as a model: nothing; a capital letter
 * ("Bard" but not "bard"); a version, size or variant ("Falcon-40B", "Phi-3"), because the word alone means other things.
 */
export type FamilyNeed = "nothing" | "capital" | "version";

export interface ModelFamily {
  /** Lower-case words that a name of the family starts with, between bars; `~` stands for an optional space or hyphen. */
  readonly heads: string;
  readonly kind: ModelKind;
  readonly needs: FamilyNeed;
}

/** Model families by name. Facts, and open-ended: names of unknown families are still found by their shape (`-70B-Instruct`). */
export const MODEL_FAMILIES: readonly ModelFamily[] = [
  {
    kind: "chat",
    needs: "nothing",
    heads:
      "chatgpt | gpt~2 | gpt~3 | gpt~4 | gpt~5 | gpt-oss | gpt-j | gpt-neo | gptneo | instructgpt |" +
      " text-davinci | code-davinci | text-curie | text-babbage | 3.5-turbo | qwen | qwq | qvq |" +
      " tongyi | 通义千问 | 千问 | 文心一言 | 文心 | 豆包 | 星火 | 混元 | 智谱清言 | deepseek | mixtral | codestral |" +
      " ministral | pixtral | magistral | devstral | llama | codellama | code llama | wizardcoder |" +
      " wizardmath | gemma | codegemma | nemotron | internlm | internvl | baichuan | chatglm |" +
      " starcoder | starchat | codegen | santacoder | flan-t5 | flan-ul2 | olmo | smollm | smolvlm |" +
      " kimi | minimax | ernie | hunyuan | doubao | sparkdesk | moonshot | stepfun | exaone | dbrx |" +
      " arctic-instruct | jais | sabiá | eurollm | salamandra | openhathi | sarvam | seallm |" +
      " sailor | typhoon | bloomz | ultralm | neuralbeagle | notus | miqu | goliath | stablelm |" +
      " command-r | command r | command~a | aya-expanse | aya expanse | aya-101 | nous-hermes |" +
      " nous hermes | openchat | mythomax | lexihermes | bard | claude | gemini | grok",
  },
  { kind: "chat", needs: "capital", heads: "palm | codex | mistral | vicuna | lamda | jurassic " },
  {
    kind: "chat",
    needs: "version",
    heads:
      "alpaca | falcon | pythia | bloom | opt | phi | yi | glm | mpt | orca | dolphin | wizardlm |" +
      " tulu | tülu | hermes | openhermes | zephyr | solar | koala | dolly | guanaco | granite |" +
      " nova | jamba | galactica | starling | amazon nova | rwkv | yulan | openthinker |" +
      " skywork |  mimo | apertus | reka | inflection | openelm | stable~code | deepscaler |" +
      " t5 | ul2",
  },
  {
    kind: "translator",
    needs: "nothing",
    heads:
      "google translate | google translate api | google translator | google translation api | google cloud translation |" +
      " google cloud translate | google-translate | googletrans | deepl | deepl api | microsoft translator |" +
      " azure translator | azure translation | bing translator | amazon translate | aws translate |" +
      " yandex translate | baidu translate | papago | nllb | m2m~100 | opus-mt | opusmt | marianmt |" +
      " madlad | seamlessm4t | towerinstruct | mbart | argos-translate | argos translate |" +
      " libretranslate | indictrans | alma-13b | 谷歌翻译 | 百度翻译 | 有道翻译",
  },
  {
    kind: "image",
    needs: "nothing",
    heads:
      "dall-e | dall·e | dalle | stable~diffusion | sdxl | midjourney | imagen | flux.1 | flux- |" +
      " glide | ideogram | pixart | kandinsky | instructpix2pix | stylegan | controlnet",
  },
  {
    kind: "audio",
    needs: "nothing",
    heads:
      "musicgen | audioldm | audiogen | riffusion | mustango | stable audio | suno | udio |" +
      " elevenlabs | xtts | kokoro | bark | tacotron | vall-e | cosyvoice",
  },
  {
    kind: "perception",
    needs: "nothing",
    heads:
      "blip | instructblip | llava | cogvlm | minicpm | florence-2 | paligemma | idefics | molmo |" +
      " moondream | kosmos | nougat | wav2vec | parakeet | sam2 | grounding dino | groundingdino |" +
      " joycaption | sharecaptioner | gpt~image",
  },
  { kind: "perception", needs: "capital", heads: "whisper | coca | canary" },
  {
    kind: "encoder",
    needs: "nothing",
    heads:
      "bert | roberta | xlm-r | xlm-roberta | deberta | mdeberta | distilbert | albert- | electra- |" +
      " finbert | scibert | sbert | sentence-bert | codebert | legalbert | modernbert | bidaf |" +
      " bart-large | all-minilm | all-mpnet | minilm | multilingual-e5 | labse | laser | simcse |" +
      " bge- | gte- | nomic-embed | text-embedding | fasttext | kenlm | glotlid | detoxify |" +
      " perspective api | fineweb-edu-classifier | openai moderation | openclip | siglip",
  },
  { kind: "encoder", needs: "capital", heads: "clip | bart | pegasus | e5" },
  { kind: "encoder", needs: "version", heads: "e5 | llamaguard | vit" },
  {
    kind: "reward",
    needs: "nothing",
    heads:
      "armorm | skywork-reward | pairrm | prometheus | ultrarm | internlm2-reward | llama-guard |" +
      " llama guard | wildguard | shieldgemma",
  },
];
