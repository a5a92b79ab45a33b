import { describe, expect, it } from "vitest";
import { isDatasetId, isEdgeId, isEvidenceId, isSha256, isTraceId } from "./id-text.ts";
import { DatasetId, EdgeId, EvidenceId, Sha256, TraceId } from "./ids.ts";

const IDS = [
  "a/b",
  "squad",
  "website:example.org/a?b",
  "name:common-crawl",
  "trace-00000001",
  "0123456789abcdef01234567",
  "ab".repeat(32),
];
const GARBAGE = [
  "",
  " ",
  "a/b\n",
  "a/b/c",
  "a..b",
  "../etc/passwd",
  "<script>alert(1)</script>",
  "name:",
  "name:two words",
  "name:a\u202eb",
  "github:\u0000",
  `name:${"x".repeat(301)}`,
  `${"x".repeat(97)}/a`,
  "0123456789ABCDEF01234567",
  "0123456789abcdef01234567\n",
  "g".repeat(64),
  "-".repeat(41),
  "__proto__",
  7,
  null,
  undefined,
  [],
  ["a/b"],
  {},
];

describe.each([
  { name: "dataset", isId: isDatasetId, schema: DatasetId },
  { name: "edge", isId: isEdgeId, schema: EdgeId },
  { name: "piece of evidence", isId: isEvidenceId, schema: EvidenceId },
  { name: "document", isId: isSha256, schema: Sha256 },
  { name: "trace", isId: isTraceId, schema: TraceId },
])("the id of a $name", ({ isId, schema }) => {
  it("is what its schema takes, and nothing else", () => {
    const taken = [...IDS, ...GARBAGE].filter(isId);

    expect(taken).toEqual([...IDS, ...GARBAGE].filter((value) => schema.safeParse(value).success));
    expect(taken).not.toEqual([]);
  });
});

it("nothing that is no text is an id, and no id holds what cannot be seen", () => {
  const ids = GARBAGE.filter((value) => isDatasetId(value) || isEdgeId(value) || isSha256(value));

  expect(ids).toEqual(["0123456789ABCDEF01234567", "g".repeat(64)]);
});
