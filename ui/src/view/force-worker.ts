import { forceLayout, type ForceRequest } from "../explorer/force-layout.ts";

/** The worker's side: one answer to each request, in their order. */
addEventListener("message", ({ data }: MessageEvent<ForceRequest>) => postMessage(forceLayout(data)));
