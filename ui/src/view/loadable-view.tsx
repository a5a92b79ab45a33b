import type { ComponentChildren, JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Loadable, Resource } from "../state/resource.ts";
import { frameWords } from "../words/frame-words.ts";
import { useApp } from "./app-context.ts";
import { Failure } from "./failure.tsx";
import { Skeleton } from "./skeleton.tsx";

export interface LoadableViewProps<Value> {
  readonly resource: Resource<Value>;
  /** What is being loaded, as in "the dataset". */
  readonly what: string;
  readonly lines?: number;
  readonly children: (value: Value) => ComponentChildren;
}

/** Skeleton, failure with retry, or the value; a value that is being refreshed stays. */
export const LoadableView = <Value,>(props: LoadableViewProps<Value>): JSX.Element | null => {
  const { resource, what, lines = 6, children } = props;
  const current: Loadable<Value> = resource.current.value;
  const value = resource.value.value;
  const { service } = useApp();
  const returns = service.returns.value;
  useEffect(() => {
    // What failed while the service was away is asked for again when it is back.
    if (returns > 0 && resource.current.peek().state === "failed") resource.reload();
  }, [returns]);
  if (value !== undefined) return <>{children(value)}</>;
  if (current.state === "failed") {
    return <Failure error={current.error} what={what} onRetry={resource.reload} />;
  }
  return current.state === "loading" ? <Skeleton lines={lines} label={frameWords().loading(what)} /> : null;
};
