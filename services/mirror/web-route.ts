import type { MirrorFiles } from "./mirror-files.ts";
import { bytesReply, type MirrorReply, type MirrorRoute, textReply } from "./mirror-reply.ts";
import type { ScriptedStates } from "./mirror-script.ts";

/** `/web/<host>/<path>` is web/<host>/<path>.html; a host alone is its index.html. */
export const createWebRoute =
  (files: MirrorFiles, states: ScriptedStates): MirrorRoute =>
  async ({ segments }) => {
    const [host = "", ...path] = segments;
    const failure = states.failure([[host, ...path].join("/")]);
    if (failure !== undefined) return failure;
    const page = (await readPage(files, host.toLowerCase(), path)) ?? (await readPage(files, host, path));
    return page ?? textReply(404, "Not Found");
  };

const readPage = async (
  files: MirrorFiles,
  host: string,
  path: readonly string[],
): Promise<MirrorReply | undefined> => {
  const place = ["web", host, ...path];
  const last = place.at(-1) ?? "";
  const named = [...place.slice(0, -1), last.endsWith(".html") ? last : `${last}.html`];
  const bytes =
    (path.length === 0 ? undefined : await files.read(named)) ?? (await files.read([...place, "index.html"]));
  return bytes === undefined ? undefined : bytesReply(bytes, { "content-type": "text/html; charset=utf-8" });
};
