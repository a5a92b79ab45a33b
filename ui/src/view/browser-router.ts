import type { Router } from "../state/router.ts";

export const createBrowserRouter = (): Router => ({
  read: () => `${location.pathname}${location.search}`,
  push: (address) => history.pushState(null, "", address),
  replace: (address) => history.replaceState(null, "", address),
  subscribe: (listener) => {
    addEventListener("popstate", listener);
    return () => removeEventListener("popstate", listener);
  },
});
