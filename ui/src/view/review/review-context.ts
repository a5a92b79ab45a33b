import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { AppError } from "../../../../schema/errors.ts";
import type { ReviewStore } from "../../state/review/review-store.ts";

export const ReviewContext = createContext<ReviewStore | undefined>(undefined);

export const useReview = (): ReviewStore => {
  const store = useContext(ReviewContext);
  if (store === undefined) throw new AppError("a part lies outside its page", { code: "INTERNAL" });
  return store;
};
