/** Shorter words that differ by a letter are other words. */
export const LEAST_SLIP_LENGTH = 5;

/**
 * Whether one word is another with one letter added, left out or changed, or with two neighbours changed over: the slips
 * of Damerau (1964). A word of fewer than five letters is never one, and equal words are not.
 */
export function isOneSlip(written: string, meant: string): boolean {
  if (written === meant || written.length < LEAST_SLIP_LENGTH || Math.abs(written.length - meant.length) > 1)
    return false;
  const start = sharedStart(written, meant);
  const [left, right] = [written.slice(start), meant.slice(start)];
  if (left.length !== right.length)
    return left.length > right.length ? left.slice(1) === right : left === right.slice(1);
  if (left.slice(1) === right.slice(1)) return true;
  return left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
}

function sharedStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
