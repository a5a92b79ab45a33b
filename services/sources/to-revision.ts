/** The revision that an entity tag names: the tag without its marks. */
export const toRevision = (etag: string | undefined): string | undefined => {
  const tag = /^(?:W\/)?"([^"]{1,200})"$/.exec(etag?.trim() ?? "")?.[1];
  return tag === "" ? undefined : tag;
};
