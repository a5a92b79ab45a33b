import { z } from "zod";

/** A service holds at most so many saved views, so that their list stays one answer. */
export const MAX_SAVED_VIEWS = 500;
/** Browsers and proxies take addresses of this length; a view with hundreds of ids in it is longer, and is no view to keep. */
export const MAX_ADDRESS_LENGTH = 4_000;

const ONE_LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u;
const NOTHING_TO_SEE = /^[\s\p{Cf}]*$/u;

export const SavedViewId = z.uuid().brand<"SavedViewId">();
export type SavedViewId = z.infer<typeof SavedViewId>;

/**
 * The address of one of the explorer's pages: a path of this service and a query. Never another site (`//host`, `/\host`),
 * a file or an answer of the API, and never a token, which a saved address would give away.
 *
 * @example "/?dataset=openai/gsm8k&depth=3"
 */
export const ViewAddress = z
  .string()
  .max(MAX_ADDRESS_LENGTH)
  .refine((text) => isViewAddress(text), {
    error: "expected the address of a page of the explorer, such as /?dataset=owner/name",
  });

const PAGE_ADDRESS = /^\/(?:[a-z][a-z-]{0,40})?(?:\?[\x21-\x7e]*)?$/;
const NO_PAGES = ["/api", "/assets", "/embed"];
const SOMEWHERE = "http://explorer.invalid";

const isViewAddress = (text: string): boolean => {
  if (!PAGE_ADDRESS.test(text) || /[\\#<>"]/.test(text) || !URL.canParse(text, SOMEWHERE)) return false;
  const { origin, pathname, searchParams } = new URL(text, SOMEWHERE);
  return origin === SOMEWHERE && !NO_PAGES.includes(pathname) && !searchParams.has("token");
};

const Name = z
  .string()
  .trim()
  .min(1)
  .max(120)
  // Not as a pattern: the API's document would hold classes of characters that its readers' own patterns lack.
  .refine((text) => ONE_LINE.test(text), { error: "expected one line" })
  .refine((text) => !NOTHING_TO_SEE.test(text), { error: "expected something that can be read" });
const Note = z.string().trim().min(1).max(1_000);

/** A view of the explorer that somebody keeps under a name, for everyone who uses the service. */
export const SavedView = z
  .object({
    id: SavedViewId,
    name: Name,
    address: ViewAddress,
    note: Note.optional(),
    /** The name of the token that saved it; `local` where none is asked for. */
    author: z.string().min(1).max(200),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
    /** Counts its changes from 1. Who changes it says which one they have seen. */
    revision: z.int().min(1),
  })
  .meta({ id: "SavedView" });
export type SavedView = z.infer<typeof SavedView>;

export const SavedViewList = z.object({ items: z.array(SavedView) }).meta({ id: "SavedViewList" });
export type SavedViewList = z.infer<typeof SavedViewList>;

export const SavedViewDraft = z
  .strictObject({ name: Name, address: ViewAddress, note: Note.optional() })
  .meta({ id: "SavedViewDraft" });
export type SavedViewDraft = z.output<typeof SavedViewDraft>;

/** All of a view as it shall be; without a note it has none. */
export const SavedViewChange = z
  .strictObject({ ...SavedViewDraft.shape, revision: z.int().min(1) })
  .meta({ id: "SavedViewChange" });
export type SavedViewChange = z.output<typeof SavedViewChange>;

export const SavedViewPath = z.object({ id: SavedViewId });
/** The revision that whoever removes it has seen. */
export const SavedViewRemoval = z.object({ revision: z.coerce.number().int().min(1) });
