import type { FrozenDocument } from "../../schema/document.ts";
import { AppError } from "../../schema/errors.ts";
import type { DatasetId, Sha256 } from "../../schema/ids.ts";
import { aggregate } from "../aggregation/aggregate.ts";
import { parseStructure } from "../document/parse-structure.ts";
import { gateClaims } from "../evidence/gate.ts";
import type { HubDataset, Lookup, Resource } from "../ports.ts";
import { describing, findResources } from "../retrieval/find-resources.ts";
import { readCardFacts } from "../retrieval/read-card-facts.ts";
import { PROMPT_VERSION } from "../source-tracing/model/prompts.ts";
import { traceDocument } from "../source-tracing/trace-document.ts";
import { documentKindOf, standingIn } from "./earlier-documents.ts";
import type { ResourceEntry, VisitStateUpdate, VisitStateValue } from "./state.ts";
import { reportDecisions, reportTraced } from "./report.ts";
import { toDatasetCommit } from "./to-dataset-commit.ts";
import type { Visit } from "./visit.ts";

type NotFound = Exclude<Lookup<unknown>, { kind: "found" }>;

/** Asks the Hub whether the dataset is there, and what it is called today. */
export const validate =
  ({ entry, notes, ports, settings, signal }: Visit) =>
  async (): Promise<VisitStateUpdate> => {
    const answer = await ports.hub.dataset(entry.dataset, signal);
    if (answer.kind !== "found") {
      // What an earlier trace found is still worth following when only the dataset itself cannot be looked at now.
      if (isPassing(answer)) notes.knownSources = (await ports.earlier.find(entry.dataset))?.sources ?? [];
      return endAs(answer, notes);
    }
    notes.hub = answer.value;
    const { createdAt } = answer.value;
    if (settings.dateCut !== undefined && createdAt !== undefined && createdAt < settings.dateCut) {
      notes.isBeforeCut = true;
      notes.reason = `created before ${settings.dateCut}`;
      return { dataset: answer.value.id, outcome: "skipped" };
    }
    return { dataset: answer.value.id };
  };

/** Reads the card and sorts its links; a dataset that has not changed since an earlier trace ends here. */
export const retrieve = (visit: Visit) => async (): Promise<VisitStateUpdate> => {
  const { notes, ports, signal, emit } = visit;
  const hub = validated(notes);
  const answer = await ports.hub.card(hub, signal);
  if (answer.kind !== "found" && answer.kind !== "not-found") {
    const url = `https://huggingface.co/datasets/${hub.id}/blob/main/README.md`;
    emit({ type: "resource-failed", dataset: hub.id, url, outcome: answer.kind, reason: answer.reason });
    return endAs(answer, notes);
  }
  const card = answer.kind === "found" ? answer.value : undefined;
  const known = visit.refresh ? undefined : await findUnchanged(visit, hub.id, card?.document.sha256);
  if (known !== undefined) {
    notes.reason = "unchanged since an earlier trace";
    notes.knownSources = known;
    return { outcome: "skipped" };
  }
  if (card === undefined) notes.reason = "it has no card";
  const documents = card === undefined ? {} : await freeze(visit, [card]);
  const structure = parseStructure(card?.text ?? "", "card");
  notes.facts = readCardFacts(structure);
  const resources = describing(findResources({ target: hub.id, structure, tags: hub.tags }));
  return { resources: [...resources] satisfies ResourceEntry[], documents };
};

/** The sources that an earlier trace found, when it read the dataset to its end and the card is still the same. */
const findUnchanged = async (
  { ports }: Visit,
  id: DatasetId,
  card: Sha256 | undefined,
): Promise<readonly DatasetId[] | undefined> => {
  const stored = await ports.lineage.dataset(id);
  if (card === undefined || stored?.state !== "traced" || stored.stateReason !== undefined) return undefined;
  const earlier = await ports.earlier.find(id);
  return earlier?.card === card ? earlier.sources : undefined;
};

/** Reads one resource. What cannot be read costs its own claims alone, and is told. */
export const readResource =
  (visit: Visit) =>
  async ({ resource }: { resource: ResourceEntry }): Promise<VisitStateUpdate> => {
    const { notes, ports, signal, emit } = visit;
    const answer = await ports.resources.read(resource, signal);
    const failed =
      answer.kind === "found" ? (answer.unread ?? []) : [{ ...answer, url: addressOf(resource) }];
    for (const { url, kind, reason } of failed) {
      if (isPassing({ kind, reason })) {
        notes.missed.set(url, reason);
        notes.unread.add(documentKindOf(resource));
      }
      emit({ type: "resource-failed", dataset: idOf(visit), url, outcome: kind, reason });
    }
    return answer.kind === "found" ? { documents: await freeze(visit, answer.value) } : {};
  };

/**
 * Joins the parallel readers, so that the documents fan out once. For a resource that cannot be looked at now its frozen
 * copy of an earlier visit stands in: what it proves is as true as before.
 */
export const listDocuments =
  ({ notes, ports, ...visit }: Visit) =>
  async (): Promise<VisitStateUpdate> => {
    if (notes.unread.size === 0) return {};
    const earlier = await ports.earlier.find(idOf({ notes, ...visit }));
    const read = [...notes.documents.values()];
    const documents: NonNullable<VisitStateUpdate["documents"]> & object = {};
    for (const document of standingIn(earlier?.documents ?? [], { unread: notes.unread, read })) {
      if ((await ports.documents.find(document.sha256)) === undefined) continue;
      notes.documents.set(document.sha256, document);
      documents[document.sha256] = { kind: document.kind };
    }
    return { documents };
  };

/** Takes the claims of one document and leads them through the gate. */
export const traceOneDocument =
  (visit: Visit) =>
  async ({ document: sha256 }: { document: Sha256 }): Promise<VisitStateUpdate> => {
    const { notes, ports, signal } = visit;
    const document = notes.documents.get(sha256);
    if (document === undefined) throw new AppError(`document ${sha256} was not read`, { code: "INTERNAL" });
    const text = await ports.documents.text(sha256);
    const traced = await traceDocument({ target: idOf(visit), document, text }, ports, signal);
    const { proven, dropped } = gateClaims({
      document: sha256,
      documentKind: document.kind,
      text,
      claims: traced.claims,
      ...(ports.model !== undefined && { model: ports.model.name, promptVersion: PROMPT_VERSION }),
    });
    notes.claims.set(sha256, proven);
    if (traced.calls.some(({ outcome }) => outcome === "unreachable")) {
      notes.missed.set(document.url, "the language model could not be reached");
    }
    reportTraced(visit, { sha256, traced, dropped });
    return {
      traced: { [sha256]: { proven: proven.length, dropped: dropped.length } },
      halted: visit.isHalted(),
    };
  };

/** Turns the claims of all documents into edges. */
export const aggregateClaims =
  ({ notes, ports, settings, signal, traceId }: Visit) =>
  async ({ documents, halted }: VisitStateValue): Promise<VisitStateUpdate> => {
    if (halted) return {};
    const claims = Object.keys(documents).flatMap((sha256) => notes.claims.get(sha256 as Sha256) ?? []);
    const input = { traceId, target: validated(notes), claims, threshold: settings.threshold };
    notes.aggregated = await aggregate(input, ports, signal);
    for (const what of notes.aggregated.unchecked) notes.missed.set(what, what);
    return { outcome: "traced" };
  };

/** Writes everything in one transaction; only what is written is told. */
export const commit =
  (visit: Visit) =>
  async ({ outcome }: VisitStateValue): Promise<VisitStateUpdate> => {
    const written = toDatasetCommit(visit, outcome ?? "traced");
    await visit.ports.lineage.commit(written);
    reportDecisions(visit, written);
    return {};
  };

/** Every node behind `validate` runs only once the Hub has answered. */
const validated = ({ hub }: Visit["notes"]): HubDataset => {
  if (hub !== undefined) return hub;
  throw new AppError("a dataset was read before the Hub was asked for it", { code: "INTERNAL" });
};

/** Whether a later trace may find what this one could not. */
const isPassing = ({ kind }: NotFound): boolean => kind === "unreachable" || kind === "rate-limited";

const endAs = (answer: NotFound, notes: Visit["notes"]): VisitStateUpdate => {
  notes.reason = answer.reason;
  return { outcome: answer.kind === "refused" ? "unreachable" : answer.kind };
};

/** Stores documents before anything is made of them, and tells of each. */
const freeze = async (
  { notes, ports, emit, entry }: Visit,
  frozen: readonly FrozenDocument[],
): Promise<NonNullable<VisitStateUpdate["documents"]> & object> => {
  const read: Record<string, { kind: FrozenDocument["document"]["kind"] }> = {};
  for (const { document, text } of frozen) {
    const cached = (await ports.documents.find(document.sha256)) !== undefined;
    if (!cached) await ports.documents.save({ document, text });
    if (!notes.documents.has(document.sha256)) {
      notes.documents.set(document.sha256, document);
      const { sha256, kind, url, bytes } = document;
      emit({
        type: "document-read",
        dataset: notes.hub?.id ?? entry.dataset,
        document: sha256,
        kind,
        url,
        bytes,
        cached,
      });
    }
    read[document.sha256] = { kind: document.kind };
  }
  return read;
};

const idOf = ({ notes, entry }: Pick<Visit, "notes" | "entry">): DatasetId => notes.hub?.id ?? entry.dataset;

const addressOf = (resource: Resource): string => {
  switch (resource.kind) {
    case "paper":
      return `https://arxiv.org/abs/${resource.arxivId}`;
    case "paper-title":
      return `https://arxiv.org/search?query=${encodeURIComponent(resource.title)}`;
    case "github":
    case "blog":
      return resource.url;
  }
};
