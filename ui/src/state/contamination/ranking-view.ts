import { RANKING_ORDERS, type RankingOrder } from "../../../../schema/query-choices.ts";

export const RANKING_SHAPES = ["list", "matrix"] as const;

/** How the contamination page shows its datasets; levels and domains are those of the filters. */
export interface RankingView {
  readonly shape: (typeof RANKING_SHAPES)[number];
  readonly order: RankingOrder;
  readonly tracedOnly: boolean;
}

export const DEFAULT_RANKING: RankingView = { shape: "list", order: "level", tracedOnly: false };

export const parseRanking = (query: URLSearchParams): RankingView => ({
  shape: RANKING_SHAPES.find((shape) => shape === query.get("shape")) ?? DEFAULT_RANKING.shape,
  order: RANKING_ORDERS.find((order) => order === query.get("order")) ?? DEFAULT_RANKING.order,
  tracedOnly: query.get("traced") === "1",
});

/** As names and values of a query, defaults left out. */
export const formatRanking = ({
  shape,
  order,
  tracedOnly,
}: RankingView): readonly (readonly [string, string | undefined])[] => [
  ["shape", shape === DEFAULT_RANKING.shape ? undefined : shape],
  ["order", order === DEFAULT_RANKING.order ? undefined : order],
  ["traced", tracedOnly ? "1" : undefined],
];
