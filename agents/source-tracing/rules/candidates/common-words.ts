const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Lower-case words that may stand between two words of one name: "Wizard of Wikipedia". */
export const CONNECTORS = words("of the for and in to & de la du des und von");

/** Words that start a sentence or a phrase and are no part of the name after them. */
export const LEADING_WORDS = words(`
  the this these those that a an our we it its they their his her my your i you he she in on at by for from of to with
  as and or but if when while where after before since during because although though however moreover furthermore
  also then thus hence therefore finally first second third next here there all each every some any many most more
  both either several various other others another such same no not only note see please using use used based
  dataset datasets data source sources original new original-dataset full name title author authors version
  given due like unlike similar via about over under between among into through per without within upon
  is are was were be been has have had do does did can could may might will would should must
  additionally specifically currently recently especially including includes contains question questions answer answers
  what why how who which whose let make created create built collected generated sampled translated extracted derived
  following example examples e.g i.e dr mr mrs prof subset subsets split splits part section table figure fig step
  card datasheet total number list type types paper papers code website homepage repository repo license licence language languages
  english-only open large small high low good best better high-quality human real synthetic public
`);

/** Words after a name that say what it is. */
export const TRAILING_WORDS = words(`
  dataset datasets data corpus corpora the a an and or of in on for to with from by is are we our it this
`);

/** Capitals that name no dataset. */
export const COMMON_CAPITALS = words(`
  AI ML NLP LLM LLMS VLM VLMS MLLM API APIS URL URLS URI ID IDS QA Q&A OCR ASR TTS NER POS GPU GPUS CPU TPU USA UK EU US UN JSON JSONL CSV
  TSV XML HTML CSS YAML PDF PDFS SQL HTTP HTTPS TODO FAQ README UTF-8 ASCII DPO PPO GRPO RLHF RLAIF SFT COT RAG
  LORA QLORA PEFT FLOPS FP16 BF16 INT8 FP8 STEM EOS BOS PII NSFW CC BY SA NC ND CC0 MIT GPL BSD DOI ISBN ISSN AWS S3 GCP
  RL IR NLI MT SOTA MCQ MCQS VQA CV HTTP/1 N/A NA NAN NULL TRUE FALSE YES NO OK PR PRS IDE OS UI UX
  I II III IV V VI VII VIII IX X A B C D E F ICLR NEURIPS NIPS ICML EMNLP NAACL EACL ACL AAAI CVPR ICCV ECCV LREC COLING
  BLEU ROUGE WER CER F1 EM AUC MRR NDCG MAE RMSE IOU MAP IAA TF-IDF BM25 MTURK AMT HIT HITS IRB GDPR COPPA
  TL;DR TLDR ETC WIP BTW FYI ASAP IMO HF GB MB KB TB UTC GMT AM PM CEO PHD BSC MSC IT'S I'M DON'T
`);

/** A language before a name says which part of it: "English Wikipedia". */
export const LANGUAGES = words(`
  English Chinese French German Spanish Italian Portuguese Dutch Russian Arabic Hindi Japanese Korean Turkish Polish
  Swedish Danish Norwegian Finnish Czech Greek Hebrew Vietnamese Thai Indonesian Bengali Urdu Persian Ukrainian Multilingual
`);
