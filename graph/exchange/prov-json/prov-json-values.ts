/** PROV-JSON, section 2.2: how attribute values are written. */
export type ProvLiteral = string | number | boolean | { readonly $: string; readonly type: string };
export type ProvValue = ProvLiteral | readonly ProvLiteral[];
/** One entity, activity, agent or relation. Members that are undefined are not written. */
export type ProvRecord = Readonly<Record<string, ProvValue | undefined>>;

/** A name that stands for an address, as a value of an attribute. */
export const toName = (name: string): ProvLiteral => ({ $: name, type: "prov:QUALIFIED_NAME" });

export const toNames = (names: readonly string[]): readonly ProvLiteral[] | undefined =>
  orUndefined(names.map(toName));

export const toAddress = (address: string | undefined): ProvLiteral | undefined =>
  address === undefined ? undefined : { $: address, type: "xsd:anyURI" };

export const toTime = (time: string | undefined): ProvLiteral | undefined =>
  time === undefined ? undefined : { $: time, type: "xsd:dateTime" };

/** A list of values has at least one (schema, `literalArray`). */
export const orUndefined = <Item>(items: readonly Item[] | undefined): readonly Item[] | undefined =>
  items === undefined || items.length === 0 ? undefined : items;
