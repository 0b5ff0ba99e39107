/** Furniture is short: the longest line of it seen is a copyright note. Anything longer is taken for prose. */
const MAX_FURNITURE_CHARACTERS = 160;

/**
 * What sites put around and between the paragraphs of an article, each pattern for a whole block and nothing else:
 * prose that merely holds such words ("Share this article of faith with us, she said.") stays. Provenance: written by
 * hand from what news pages and copied articles commonly carry; no list was taken over. Prefer a miss to losing prose.
 */
const FURNITURE: readonly RegExp[] = [
  // A line of marks between sections, such as * * *
  /^[^\p{L}\p{N}]+$/u,
  /^(?:please )?follow (?:us|@?\w+|our \w+)(?: \w+)? on (?:twitter|facebook|instagram|telegram|x|youtube|linkedin|threads|mastodon|whatsapp|google news|social media)\b[^.!?]*[.!:]?(?:\s*@\w+)*$/iu,
  /^(?:like|join|find) us on (?:twitter|facebook|instagram|telegram|x|youtube|linkedin|whatsapp|social media)\b[^.!?]*[.!:]?(?:\s*@\w+)*$/iu,
  /^share (?:this|it|on|via)(?: (?:article|story|post|page|on|via|with|friends|facebook|twitter|x|email|whatsapp|linkedin))*[.!:]?$/iu,
  /^(?:print|email|copy link|comments?|advertisement|advertising|sponsored(?: content)?|loading\.*|listen to (?:this )?article|skip to (?:main )?content)[.!:]?$/iu,
  /^(?:read|see|watch) (?:more|also|next|the full story)(?: here| on this)?[.!:]?$/iu,
  // The colon tells a link to another story from a sentence that begins so.
  /^(?:read|see|watch) (?:more|also|next)(?: on this)?\s*[:|»>].+$/iu,
  /^(?:related|more)(?: (?:stories|articles|news|topics|coverage|reading|content))(?:\s*:.*)?$/iu,
  /^related\s*:.+$/iu,
  /^(?:sign up|subscribe|register)(?: here| now| today)?(?: (?:to|for) [\p{L}\s-]{0,40}\b(?:newsletters?|alerts?|emails?|updates|channel|bulletins?))?[.!]?$/iu,
  /^(?:continue reading|click here|tap here)(?: [\p{L}\s]{1,40})?[.!:]?$/iu,
  /^(?:copyright\s*)?(?:©|\(c\)).*$/iu,
  /^copyright(?: by)? \d{4}\b.*$/iu,
  /^all rights reserved\.?$/iu,
];

/** Whether a block standing by itself is no part of the article. */
export function isPageFurniture(block: string): boolean {
  return block.length <= MAX_FURNITURE_CHARACTERS && FURNITURE.some((pattern) => pattern.test(block.trim()));
}
