/** Which page an address shows. */
export type Route =
  | { readonly page: "SEARCH" }
  | { readonly page: "ARTICLE"; readonly id: string }
  | { readonly page: "PERSON"; readonly id: string }
  | { readonly page: "VERIFY" }
  | { readonly page: "DRAFT" }
  | { readonly page: "CORRECTIONS" }
  | { readonly page: "UNKNOWN" };

export function readRoute(pathname: string): Route {
  if (pathname === "/") return { page: "SEARCH" };
  if (pathname === "/verify") return { page: "VERIFY" };
  if (pathname === "/corrections") return { page: "CORRECTIONS" };
  if (pathname === "/draft") return { page: "DRAFT" };
  const [, page, id, ...rest] = pathname.split("/");
  if (!id || rest.length > 0) return { page: "UNKNOWN" };
  if (page === "article") return { page: "ARTICLE", id };
  if (page === "person") return { page: "PERSON", id };
  return { page: "UNKNOWN" };
}
