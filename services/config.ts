import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";
import { AppError } from "../schema/errors.ts";

export const DEFAULT_PORT = 4870;
const optionalText = z.string().min(1).optional();
const address = z.url({ protocol: /^https?$/, error: "expected an http or https address" }).optional();
const BOLT_ADDRESS =
  /^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\/(?<host>\[[\da-f:.]+\]|[^\s/:@?#]+)(?::\d{1,5})?\/?$/i;
const boltAddress = z.string().regex(BOLT_ADDRESS, {
  error: "expected bolt://host:7687 or neo4j://host:7687, with +s for TLS, and no user in it",
});
/** US dollars per million tokens. */
const price = z.coerce.number().min(0).optional();
/** Requests per minute; 0 for no limit. */
const rate = z.coerce.number().int().min(0).optional();

const PROXY_RANGES = new Set(["loopback", "linklocal", "uniquelocal"]);
const isProxy = (text: string): boolean => {
  const [ip = "", bits, ...rest] = text.split("/");
  const version = isIP(ip);
  if (version === 0 || rest.length > 0) return PROXY_RANGES.has(text);
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
};
const proxies = z
  .string()
  .transform((text) => text.split(",").map((part) => part.trim()))
  .refine((parts) => parts.every(isProxy), {
    error:
      "expected addresses, networks (10.0.0.0/8), loopback, linklocal or uniquelocal, with commas between",
  });

/** The variables that the program reads; .env.example explains each. */
const Variables = z.object({
  STEMMA_DATA: z.string().min(1).default("./data"),
  STEMMA_MIRROR: optionalText,
  STEMMA_BENCHMARKS: optionalText,
  STEMMA_HOST: z.string().min(1).default("127.0.0.1"),
  STEMMA_PORT: z.coerce.number().int().min(0).max(65_535).default(DEFAULT_PORT),
  STEMMA_TOKEN: z.string().min(16, { error: "expected at least 16 characters" }).optional(),
  STEMMA_TRUST_PROXY: proxies.optional(),
  STEMMA_RATE_READ: rate,
  STEMMA_RATE_WRITE: rate,
  STEMMA_RATE_HEAVY: rate,
  STEMMA_REVIEWER: z.string().trim().min(1).max(200).optional(),
  STEMMA_THRESHOLD: z.coerce.number().min(0).max(1).optional(),
  STEMMA_LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("warn"),
  STEMMA_DEBUG: z.stringbool().default(false),
  STEMMA_HUB_URL: address,
  STEMMA_GITHUB_URL: address,
  STEMMA_GITHUB_RAW_URL: address,
  STEMMA_ARXIV_URL: address,
  HF_TOKEN: optionalText,
  GITHUB_TOKEN: optionalText,
  STEMMA_MODEL: optionalText,
  STEMMA_MODEL_INPUT_PRICE: price,
  STEMMA_MODEL_OUTPUT_PRICE: price,
  OPENAI_BASE_URL: address,
  OPENAI_API_KEY: optionalText,
  NEO4J_URI: boltAddress.optional(),
  NEO4J_USER: z.string().min(1).default("neo4j"),
  NEO4J_PASSWORD: optionalText,
  NEO4J_DATABASE: optionalText,
});
type Variables = z.output<typeof Variables>;
type VariableName = keyof z.input<typeof Variables>;

export interface LanguageModelConfig {
  readonly name: string;
  readonly baseUrl: string;
  /** Absent for local endpoints that ask for none. */
  readonly apiKey?: string;
  /** US dollars per million input and output tokens; absent when either is unknown. */
  readonly price?: { readonly input: number; readonly output: number };
}

/** The server or cluster that keeps the graph; absent means the embedded engine. */
export interface Neo4jConfig {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Absent: the user's home database. */
  readonly database?: string;
}

export interface Config {
  /** Folder of the documents, the caches, the event logs and, without Neo4j, the graph. */
  readonly dataFolder: string;
  /** Folder that answers for the Hub, GitHub, arXiv and pages; absent means the network. */
  readonly mirrorFolder?: string;
  /** JSON file of benchmarks beside those that the project lists. */
  readonly benchmarksFile?: string;
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** An operator's token beside those of `stemma token create`. */
  readonly token?: string;
  /** Addresses, networks and named ranges whose `x-forwarded-for` is believed; absent believes nobody's. */
  readonly trustProxy?: readonly string[];
  /** Requests per minute of one token or address, by what they cost; 0 for no limit. */
  readonly rates: { readonly read: number; readonly write: number; readonly heavy: number };
  /** Confidence below which an edge waits for a person, 0 to 1; absent takes the tracer's own. */
  readonly threshold?: number;
  /** Who decides in the terminal; absent: the user of this machine. */
  readonly reviewer?: string;
  readonly logLevel: Variables["STEMMA_LOG_LEVEL"];
  /** Failures print their stack. */
  readonly debug: boolean;
  /** Addresses that stand in for the public services; absent ones are the services themselves. */
  readonly endpoints: {
    readonly hubUrl?: string;
    readonly githubApiUrl?: string;
    readonly githubRawUrl?: string;
    readonly arxivUrl?: string;
  };
  readonly neo4j?: Neo4jConfig;
  readonly hubToken?: string;
  readonly githubToken?: string;
  readonly languageModel?: LanguageModelConfig;
}

/** What a command's options say; each wins over the variable of the same meaning. */
export interface ConfigOptions {
  readonly data?: string;
  readonly mirror?: string;
  readonly host?: string;
  readonly port?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the configuration from the environment and a command's options. An empty variable counts as absent.
 *
 * @throws AppError CONFIG_INVALID that names every fault at once.
 */
export const parseConfig = (environment: Environment, options: ConfigOptions = {}): Config => {
  const parsed = Variables.safeParse(withOptions(environment, options));
  const faults = parsed.success ? crossFaults(parsed.data) : toFaults(parsed.error);
  if (!parsed.success || faults.length > 0) {
    throw new AppError(`the configuration has faults:\n${faults.map((fault) => `  ${fault}`).join("\n")}`, {
      code: "CONFIG_INVALID",
      context: { faults },
    });
  }
  return freeze(toConfig(parsed.data));
};

const withOptions = (environment: Environment, options: ConfigOptions): Environment => {
  const given: Partial<Record<VariableName, string | undefined>> = {
    STEMMA_DATA: options.data,
    STEMMA_MIRROR: options.mirror,
    STEMMA_HOST: options.host,
    STEMMA_PORT: options.port,
  };
  const entries = Object.entries({ ...environment, ...present(given) });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value.trim() !== ""));
};

const toFaults = (error: z.ZodError): string[] =>
  error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);

/** Rules that concern more than one variable. */
const crossFaults = (variables: Variables): string[] => {
  const faults: string[] = [];
  if (variables.STEMMA_MODEL !== undefined && !variables.OPENAI_API_KEY && !variables.OPENAI_BASE_URL) {
    faults.push("STEMMA_MODEL: set OPENAI_API_KEY, or OPENAI_BASE_URL for an endpoint that asks for no key");
  }
  if (variables.NEO4J_URI !== undefined && variables.NEO4J_PASSWORD === undefined) {
    faults.push("NEO4J_PASSWORD: NEO4J_URI is set without it; a server without authentication takes any");
  }
  return faults;
};

/** Whether a host name or address can only be reached from this machine. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);

/** Generous to reading, tight to what keeps the engine or the network busy; this machine's own users are not limited. */
const REMOTE_RATES = { read: 3_000, write: 300, heavy: 60 } as const;
const LOCAL_RATES = { read: 0, write: 0, heavy: 0 } as const;

const toRates = (variables: Variables): Config["rates"] => {
  const usual = isLoopback(variables.STEMMA_HOST) ? LOCAL_RATES : REMOTE_RATES;
  return {
    read: variables.STEMMA_RATE_READ ?? usual.read,
    write: variables.STEMMA_RATE_WRITE ?? usual.write,
    heavy: variables.STEMMA_RATE_HEAVY ?? usual.heavy,
  };
};

const toConfig = (variables: Variables): Config => ({
  dataFolder: resolve(variables.STEMMA_DATA),
  host: variables.STEMMA_HOST,
  port: variables.STEMMA_PORT,
  logLevel: variables.STEMMA_LOG_LEVEL,
  debug: variables.STEMMA_DEBUG,
  rates: toRates(variables),
  endpoints: present({
    hubUrl: variables.STEMMA_HUB_URL,
    githubApiUrl: variables.STEMMA_GITHUB_URL,
    githubRawUrl: variables.STEMMA_GITHUB_RAW_URL,
    arxivUrl: variables.STEMMA_ARXIV_URL,
  }),
  ...present({
    mirrorFolder: variables.STEMMA_MIRROR === undefined ? undefined : resolve(variables.STEMMA_MIRROR),
    benchmarksFile:
      variables.STEMMA_BENCHMARKS === undefined ? undefined : resolve(variables.STEMMA_BENCHMARKS),
    token: variables.STEMMA_TOKEN,
    trustProxy: variables.STEMMA_TRUST_PROXY,
    threshold: variables.STEMMA_THRESHOLD,
    reviewer: variables.STEMMA_REVIEWER,
    hubToken: variables.HF_TOKEN,
    githubToken: variables.GITHUB_TOKEN,
    neo4j: toNeo4j(variables),
    languageModel: toLanguageModel(variables),
  }),
});

const toNeo4j = (variables: Variables): Neo4jConfig | undefined => {
  const { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE } = variables;
  if (uri === undefined || password === undefined) return undefined;
  return { uri, user, password, ...present({ database: NEO4J_DATABASE }) };
};

/** Whether passwords and data go to the server in clear over a network. */
export const isUnencrypted = ({ uri }: Pick<Neo4jConfig, "uri">): boolean =>
  !uri.includes("+s") && !isLoopback(BOLT_ADDRESS.exec(uri)?.groups?.["host"] ?? "");

const toLanguageModel = (variables: Variables): LanguageModelConfig | undefined => {
  if (variables.STEMMA_MODEL === undefined) return undefined;
  const { STEMMA_MODEL_INPUT_PRICE: input, STEMMA_MODEL_OUTPUT_PRICE: output } = variables;
  return {
    name: variables.STEMMA_MODEL,
    baseUrl: variables.OPENAI_BASE_URL ?? "https://api.openai.com/v1",
    ...present({
      apiKey: variables.OPENAI_API_KEY,
      price: input === undefined || output === undefined ? undefined : { input, output },
    }),
  };
};

type Present<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

/** Leaves out the fields that are undefined, so that optional means absent. */
const present = <Fields extends object>(fields: Fields): Present<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<Fields>;

const freeze = (config: Config): Config => {
  for (const value of Object.values(config)) if (typeof value === "object") Object.freeze(value);
  return Object.freeze(config);
};
