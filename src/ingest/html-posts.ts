import { groupBy } from "../model/group-by.ts";

/** Fewer boxes of one kind are no live blog. */
const MIN_POSTS = 2;

/** More words of a post in links than this, 0..1, and it leads to another story. */
const MAX_LINK_SHARE = 0.5;

const SENTENCE = /[.!?…]["'”’)\]]*(?:\s|$)/;

/**
 * Takes the posts of a live blog out of the box that each stands in: `<article>`s beside each other, with a time and sentences in each.
 * Readability would take the longest for the article. What leads to other stories is a list of links, and stays.
 */
export function unwrapPosts(document: Document): void {
  const posts = Array.from(document.querySelectorAll("article")).filter(isPost);
  for (const beside of groupBy(posts, ({ parentElement }) => parentElement).values()) {
    if (beside.length >= MIN_POSTS) for (const post of beside) post.replaceWith(...Array.from(post.childNodes));
  }
}

function isPost(box: Element): boolean {
  if (box.querySelector("time") === null || !SENTENCE.test(box.textContent ?? "")) return false;
  return lettersIn(Array.from(box.querySelectorAll("a"))) <= MAX_LINK_SHARE * lettersIn([box]);
}

const lettersIn = (elements: readonly Element[]): number =>
  elements.reduce((sum, { textContent }) => sum + (textContent ?? "").trim().length, 0);
