import type { ComponentChildren } from "preact";
import { navigate } from "./use-location.ts";

interface LinkProps {
  /** An address of this page. */
  readonly to: string;
  readonly class?: string;
  /** Whether it leads to the page that is shown. */
  readonly current?: boolean;
  readonly children: ComponentChildren;
}

/** A link that loads no new page; with a modifier key the browser does as with any link. */
export function Link({ to, class: className, current = false, children }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to);
    if (!to.includes("#")) window.scrollTo(0, 0);
  };
  return (
    <a
      href={to}
      onClick={follow}
      {...(className !== undefined && { class: className })}
      {...(current && { "aria-current": "page" as const })}
    >
      {children}
    </a>
  );
}
