import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { ExchangeFormats } from "../../../../schema/exchange.ts";
import { ask } from "../../state/ask.ts";
import { createResource } from "../../state/resource.ts";
import { exportWords } from "../../words/export-words.ts";
import { useApp } from "../app-context.ts";
import { Failure } from "../failure.tsx";

type Format = ExchangeFormats["exports"][number];

/** Links to the exports that the service writes itself, for other tools and standards. */
export const ServiceExports = ({ root }: { readonly root: string }): JSX.Element => {
  const { service } = useApp();
  const words = exportWords().export;
  const key = useSignal("formats");
  const formats = useMemo(
    () =>
      createResource(key, (_key, signal) =>
        ask<ExchangeFormats>(service.send, { path: "/api/exchange/formats", signal }),
      ),
    [service],
  );
  useEffect(() => formats.close, [formats]);
  const current = formats.current.value;
  return (
    <section aria-labelledby="export-service">
      <h3 id="export-service">{words.service}</h3>
      <p class="muted">{words.serviceHint(root)}</p>
      {current.state === "failed" && (
        <Failure error={current.error} what={words.formats} onRetry={formats.reload} />
      )}
      {current.state === "loading" && (
        <p class="muted" role="status">
          {words.loadingFormats}
        </p>
      )}
      {current.state === "ready" && (
        <ul class="service-exports">
          {current.value.exports.map((format) => (
            <li key={format.name}>
              <a href={addressOf(format, root)} download="" data-service-export={format.name}>
                {words.format[format.name] ?? format.title}
              </a>
              {format.scope === "whole" && <span class="muted"> ({words.whole})</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const addressOf = ({ name, scope }: Format, root: string): string => {
  const address = `/api/exchange/export?format=${encodeURIComponent(name)}`;
  return scope === "whole" ? address : `${address}&dataset=${encodeURIComponent(root)}`;
};
