import { type Signal, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { SessionView } from "../../../../schema/api.ts";
import { ask } from "../../state/ask.ts";
import {
  embedAddress,
  FRAME_SANDBOX,
  type FrameSize,
  LARGEST_FRAME,
  SMALLEST_FRAME,
  toSnippet,
} from "../../state/embed-snippet.ts";
import { createResource } from "../../state/resource.ts";
import { exportWords } from "../../words/export-words.ts";
import { useApp } from "../app-context.ts";
import { CopyButton } from "../copy-button.tsx";
import { DialogFrame } from "./dialog-frame.tsx";

const DEFAULT_HEIGHT = 480;
const LOOPBACK = /^(?:localhost|127\.[\d.]+|\[::1\])$/;

/** HTML for somebody else's page, with what it will look like. */
export const EmbedDialog = (): JSX.Element => {
  const { store } = useApp();
  const words = exportWords().embed;
  const view = store.view.value;
  const title = useSignal(words.frameTitle(view.root ?? ""));
  const width = useSignal("100%");
  const height = useSignal(String(DEFAULT_HEIGHT));
  const path = embedAddress(view);
  const size: FrameSize = {
    width: width.value.trim() === "100%" ? "100%" : within(width.value, LARGEST_FRAME),
    height: within(height.value, DEFAULT_HEIGHT),
  };
  const snippet = toSnippet(`${location.origin}${path}`, size, title.value);
  return (
    <DialogFrame title={words.title}>
      <p class="muted">{words.hint}</p>
      <Restrictions />
      <div class="embed-fields">
        <Field words={words.nameOfFrame} value={title} />
        <Field words={`${words.width} (100%, ${words.pixels})`} value={width} />
        <Field words={`${words.height} (${words.pixels})`} value={height} isNumber />
      </div>
      <label class="sharing-field">
        <span>{words.snippet}</span>
        <textarea class="mono sharing-text" readOnly rows={4} value={snippet} data-embed-snippet />
      </label>
      <div class="sharing-buttons">
        <CopyButton text={() => snippet} label={words.copy} showsLabel />
      </div>
      <h3>{words.preview}</h3>
      <iframe
        class="embed-preview"
        src={path}
        title={title.value}
        sandbox={FRAME_SANDBOX}
        style={{ height: `${Math.min(size.height, DEFAULT_HEIGHT)}px` }}
      />
    </DialogFrame>
  );
};

/** What is written there, as far as it is a size of a frame. */
const within = (text: string, otherwise: number): number => {
  const pixels = Math.round(Number(text));
  if (!Number.isFinite(pixels) || pixels <= 0) return otherwise;
  return Math.min(Math.max(pixels, SMALLEST_FRAME), LARGEST_FRAME);
};

interface FieldProps {
  readonly words: string;
  readonly value: Signal<string>;
  readonly isNumber?: boolean;
}

const Field = ({ words, value, isNumber = false }: FieldProps): JSX.Element => (
  <label class="sharing-field">
    <span>{words}</span>
    <input
      type="text"
      inputMode={isNumber ? "numeric" : "text"}
      class="field"
      value={value.value}
      onInput={(event) => (value.value = event.currentTarget.value)}
    />
  </label>
);

/** Who will see the frame, where that is not everybody. */
const Restrictions = (): JSX.Element | null => {
  const { service } = useApp();
  const key = useSignal("session");
  const session = useMemo(
    () =>
      createResource(key, (_key, signal) => ask<SessionView>(service.send, { path: "/api/session", signal })),
    [service],
  );
  useEffect(() => session.close, [session]);
  const words = exportWords().embed;
  if (session.value.value?.tokenNeeded === true) return <p class="complaint">{words.tokens}</p>;
  return LOOPBACK.test(location.hostname) ? <p class="complaint">{words.loopback}</p> : null;
};
