import type { JSX } from "preact";
import { formatDate, formatRelative, formatTime } from "../state/format.ts";
import { useApp } from "./app-context.ts";

export interface TimeTextProps {
  readonly iso: string;
  readonly withTime?: boolean;
}

/** A date as 2025-11-24, with how long ago as its title. */
export const TimeText = ({ iso, withTime = false }: TimeTextProps): JSX.Element => {
  const { store } = useApp();
  return (
    <time dateTime={iso} title={`${formatTime(iso)}, ${formatRelative(iso, store.now())}`}>
      {withTime ? formatTime(iso) : formatDate(iso)}
    </time>
  );
};
