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
  const siblings = new Map<Element, Element[]>();
  for (const post of Array.from(document.querySelectorAll("article"))) {
    const { parentElement: parent } = post;
    if (parent !== null && isPost(post)) addTo(siblings, parent, post);
  }
  for (const posts of siblings.values()) {
    if (posts.length >= MIN_POSTS) for (const post of posts) post.replaceWith(...Array.from(post.childNodes));
  }
}

function addTo(groups: Map<Element, Element[]>, key: Element, one: Element): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [one]);
  else group.push(one);
}

function isPost(box: Element): boolean {
  const words = lettersIn([box]);
  if (box.querySelector("time") === null || !SENTENCE.test(box.textContent ?? "")) return false;
  return lettersIn(Array.from(box.querySelectorAll("a"))) <= MAX_LINK_SHARE * words;
}

const lettersIn = (elements: readonly Element[]): number =>
  elements.reduce((sum, { textContent }) => sum + (textContent ?? "").trim().length, 0);
