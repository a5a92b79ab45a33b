import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import { AppError } from "../../../../schema/errors.ts";
import type { PathQuery, PathView } from "../../../../schema/paths.ts";
import { aDatasetId, aLineage, anEdge, anEdgeId, filterLineage } from "../../test-data.ts";
import { createNavigation } from "../navigation.ts";
import type { Selection } from "../view-state.ts";
import { createReading } from "./create-reading.ts";

const settled = () => new Promise((resolve) => void setTimeout(resolve, 0));
const PAIRS = ["a/root>a/part", "a/part>a/base", "a/root>a/side"];
const way = (...nodes: string[]) => ({
  nodes: nodes.map(aDatasetId),
  edges: nodes.slice(1).map((to, place) => anEdgeId(nodes[place] ?? "", to)),
  confidence: 0.8,
  weakest: anEdgeId(nodes[0] ?? "", nodes[1] ?? ""),
});

const refuse = () => Promise.reject(new AppError("not asked for in this test", { code: "INTERNAL" }));

const aReading = (address: string) => {
  let current = address;
  const asked: PathQuery[] = [];
  const navigation = createNavigation({
    read: () => current,
    push: (next) => void (current = next),
    replace: (next) => void (current = next),
    subscribe: () => () => undefined,
  });
  const hovered = signal<Selection | undefined>(undefined);
  const reading = createReading({
    navigation,
    api: {
      paths: async (query: PathQuery): Promise<PathView> => {
        asked.push(query);
        return {
          from: aDatasetId("a/root"),
          to: aDatasetId("a/base"),
          isReversed: false,
          kind: query.kind,
          paths: [way("a/root", "a/part", "a/base"), way("a/root", "a/gone", "a/base")],
          edges: [],
          hasMore: false,
          isCut: false,
        };
      },
      edge: async (id) => ({ edge: { ...anEdge("a/root", "a/part"), id }, evidence: [] }),
      edgeHistory: refuse,
      licenceConflicts: refuse,
      search: refuse,
    },
    after: () => () => undefined,
    shown: signal(filterLineage(aLineage("a/root", PAIRS), navigation.view.peek())),
    models: { edges: signal([]) },
    hovered,
  });
  const lit = () => [...(reading.emphasised.value?.nodes ?? [])].toSorted();
  return { reading, navigation, hovered, asked, lit, address: () => current };
};

describe("what a reader looks at", () => {
  test("a focus selects the root when nothing is selected, and goes back when it is asked for again", () => {
    const { reading, navigation, lit } = aReading("/?dataset=a/root");
    expect(lit()).toEqual([]);

    reading.toggleFocus("ancestry");
    expect(navigation.view.value).toMatchObject({ focus: "ancestry", selection: { id: "a/root" } });
    expect(lit()).toEqual(["a/base", "a/part", "a/root", "a/side"]);
    expect(reading.reach.value).toEqual({ ancestry: 3, descent: 0 });

    reading.toggleFocus("ancestry");
    expect(lit()).toEqual(["a/part", "a/root", "a/side"]);
  });

  test("two datasets light the ways between them; a held one alone; the address holds the ends and the kind", async () => {
    const { reading, asked, lit, address } = aReading("/?dataset=a/root&paths=all");

    reading.choosePathEnd(aDatasetId("a/base"));
    await settled();

    expect(address()).toBe("/?dataset=a/root&node=a/root&to=a/base&paths=all");
    expect(asked).toEqual([{ from: "a/root", to: "a/base", kind: "all", limit: 50 }]);
    expect(lit()).toEqual(["a/base", "a/part", "a/root"]);
    expect(reading.missing.value).toEqual(["a/gone"]);
    reading.heldWay.value = 1;
    expect(lit()).toEqual(["a/base", "a/root"]);
  });

  test("of the strongest ways the first is lit", async () => {
    const { lit } = aReading("/?dataset=a/root&node=a/root&to=a/base&paths=strongest");
    await settled();

    expect(lit()).toEqual(["a/base", "a/part", "a/root"]);
  });

  test("what the canvas lacks of the ways is drawn by expanding them", async () => {
    const { reading, navigation } = aReading("/?dataset=a/root&node=a/root&to=a/base");
    await settled();

    reading.drawMissing();

    expect(navigation.view.value.expansions).toEqual([{ id: "a/root", direction: "upstream" }]);
  });

  test("an edge of the ways leads back to them, and picking another dataset leaves them", async () => {
    const { reading, navigation } = aReading("/?dataset=a/root&node=a/root&to=a/base");
    await settled();

    reading.openStep(anEdgeId("a/root", "a/part"));
    expect(reading.cameFrom.value).toMatchObject({ pathTo: "a/base", selection: { id: "a/root" } });
    navigation.navigate(reading.cameFrom.value ?? {});
    expect(navigation.view.value).toMatchObject({ pathTo: "a/base", selection: { id: "a/root" } });

    navigation.navigate({ selection: { kind: "dataset", id: aDatasetId("a/side") } });
    expect(navigation.view.value.pathTo).toBeUndefined();
    expect(reading.paths.value.value).toBeUndefined();
  });

  test("a step without a quote of ours says so", async () => {
    const { reading } = aReading("/?dataset=a/root");
    const edge = anEdgeId("a/root", "a/part");

    await reading.quotes.open(edge);

    expect(reading.quotes.problem.value).toEqual({ edge, kind: "none" });
  });
});
