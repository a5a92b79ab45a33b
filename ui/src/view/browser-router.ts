import type { Router } from "../state/router.ts";

export const createBrowserRouter = (): Router => ({
  read: () => location.search,
  push: (search) => history.pushState(null, "", `/${search}`),
  replace: (search) => history.replaceState(null, "", `/${search}`),
  subscribe: (listener) => {
    addEventListener("popstate", listener);
    return () => removeEventListener("popstate", listener);
  },
});
