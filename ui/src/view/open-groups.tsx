import type { JSX } from "preact";
import { formatCount } from "../state/format.ts";
import { canvasWords } from "../words/canvas-words.ts";
import { groupName } from "../words/group-name.ts";
import { useApp } from "./app-context.ts";
import { Icon } from "./icons.tsx";

/** The groups that are shown one by one, each to be drawn as one again. */
export const OpenGroups = (): JSX.Element | null => {
  const { drawing } = useApp();
  const open = drawing.grouped.value?.groups.open ?? [];
  if (open.length === 0) return null;
  const words = canvasWords();
  return (
    <ul class="open-groups" aria-label={words.openGroups}>
      {open.map((group) => {
        const [anchor = ""] = group.anchors;
        const title = words.closeGroup(group.direction, group.members.length, anchor);
        return (
          <li key={group.id}>
            <button
              type="button"
              class="button quiet"
              title={title}
              aria-label={title}
              data-open-group={group.id}
              onClick={() => drawing.closeGroup(group.id)}
            >
              <Icon name="minus" />
              {groupName(group, 0)}
              <span class="muted">
                {anchor.length > 0 && ` ${formatAnchors(anchor, group.anchors.length)}`}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
};

const LONGEST_ANCHOR = 28;

const formatAnchors = (first: string, count: number): string => {
  const name = first.length > LONGEST_ANCHOR ? `${first.slice(0, LONGEST_ANCHOR - 1)}…` : first;
  return count === 1 ? name : `${name} +${formatCount(count - 1)}`;
};
