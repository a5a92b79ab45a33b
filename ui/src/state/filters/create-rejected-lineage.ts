import { computed, type ReadonlySignal } from "@preact/signals";
import type { LineageView } from "../../../../schema/api.ts";
import type { ApiClient } from "../api-client.ts";
import { createResource } from "../resource.ts";
import type { ViewState } from "../view-state.ts";
import { withRejected } from "./with-rejected.ts";

interface RejectedLineageDependencies {
  readonly api: Pick<ApiClient, "lineage">;
  readonly lineage: ReadonlySignal<LineageView | undefined>;
  readonly view: ReadonlySignal<ViewState>;
}

/** The lineage, with the rejected candidates of the dataset that the view wants them of. */
export const createRejectedLineage = ({
  api,
  lineage,
  view,
}: RejectedLineageDependencies): ReadonlySignal<LineageView | undefined> => {
  const wanted = computed(() => view.value.rejectedOf);
  const rejected = createResource(wanted, (root, abort) =>
    api.lineage({ root, direction: "upstream", depth: 1, statuses: ["rejected"] }, abort),
  );
  return computed(() => lineage.value && withRejected(lineage.value, rejected.value.value, wanted.value));
};
