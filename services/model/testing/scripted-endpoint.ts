import { createServer } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A request as the endpoint saw it. */
export interface ScriptedRequest {
  readonly path: string;
  readonly authorization?: string;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: { readonly type: string };
    readonly temperature?: number;
  };
}

export interface ScriptedReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The message's text, or the error's with a status other than 200. */
  readonly content?: string;
  readonly refusal?: string;
  readonly finishReason?: string;
  /** False for a server that does not count tokens. */
  readonly hasUsage?: boolean;
  readonly delayMs?: number;
}

export interface ScriptedEndpoint {
  /** `http://127.0.0.1:port/v1` */
  readonly baseUrl: string;
  readonly requests: readonly ScriptedRequest[];
  close(): Promise<void>;
}

/** Tokens that every reply claims to have cost. */
export const REPLY_USAGE = { inputTokens: 100, outputTokens: 20 };

/** An OpenAI-compatible server on this machine that answers as a test tells it. For tests only. */
export const startScriptedEndpoint = async (
  reply: (request: ScriptedRequest, index: number) => ScriptedReply,
): Promise<ScriptedEndpoint> => {
  const requests: ScriptedRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    const answer = async (): Promise<void> => {
      const request = await toRequest(incoming);
      const index = requests.push(request) - 1;
      const { delayMs = 0, ...rest } = reply(request, index);
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      outgoing.writeHead(rest.status ?? 200, { "content-type": "application/json", ...rest.headers });
      outgoing.end(JSON.stringify(toBody(rest, request.body.model)));
    };
    answer().catch((error: unknown) => outgoing.destroy(error instanceof Error ? error : undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const toRequest = async (incoming: IncomingMessage): Promise<ScriptedRequest> => ({
  path: incoming.url ?? "",
  body: JSON.parse(await text(incoming)) as ScriptedRequest["body"],
  ...(incoming.headers.authorization !== undefined && { authorization: incoming.headers.authorization }),
});

const toBody = (
  { status = 200, content, refusal, finishReason, hasUsage = true }: ScriptedReply,
  model: string,
) => {
  if (status !== 200) return { error: { message: content ?? "scripted failure", type: "scripted" } };
  return {
    id: "scripted",
    object: "chat.completion",
    created: 1_700_000_000,
    model,
    choices: [
      {
        index: 0,
        finish_reason: finishReason ?? "stop",
        message: { role: "assistant", content: content ?? null, refusal: refusal ?? null },
      },
    ],
    ...(hasUsage && {
      usage: {
        prompt_tokens: REPLY_USAGE.inputTokens,
        completion_tokens: REPLY_USAGE.outputTokens,
        total_tokens: REPLY_USAGE.inputTokens + REPLY_USAGE.outputTokens,
      },
    }),
  };
};

export interface ScriptedJudgement {
  /** The verdict on every candidate. */
  readonly verdict?: string;
  readonly additional?: readonly { name: string; quote: string; relation: string; split: string | null }[];
}

/** An answer to the source tracer's question that gives one verdict on all of its candidates. */
export const judgeAll = (
  { body }: ScriptedRequest,
  { verdict = "inclusion", additional = [] }: ScriptedJudgement = {},
): ScriptedReply => {
  const user = body.messages.at(-1)?.content ?? "";
  const asked = user.slice(user.lastIndexOf(" ends ====="));
  const keys = [...asked.matchAll(/^(c\d+): "/gm)].map(([, key]) => key ?? "");
  const verdicts = Object.fromEntries(keys.map((key) => [key, verdict]));
  return { content: JSON.stringify({ verdicts, additional }) };
};
