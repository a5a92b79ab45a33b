const FILE =
  /\.(?:md|rst|txt|py|ipynb|sh|jsonl?|ya?ml|xml|csv|tsv|parquet|arrow|zip|gz|tar|tgz|bin|pdf|html?|png|jpe?g|gif|svg|webp|wav|mp[34])$/i;

/**
 * Whether a name is the path of a file in its own repository, which is spelled like an id of the Hub and is none.
 *
 * @example isFilePath("figures/overview.png") // true
 */
export const isFilePath = (name: string): boolean => name.includes("/") && FILE.test(name.trim());
