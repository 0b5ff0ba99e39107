/** Who is shown as having said a quote. */
export interface Attribution {
  /** The names of all who said it, else the article's words for who did ("a spokesman for Marsh"); null without either. */
  readonly who: string | null;
  /** Whether the name is likely rather than sure. */
  readonly isUnsure: boolean;
  /** The name of whom they speak for. */
  readonly onBehalfOf: string | null;
}

/** `perhaps Lena Marsh`, `Tom Okafor and Ilse Brandt`, `a spokesman for Marsh, for Lena Marsh`; null where nobody is known. */
export function attributionWords({ who, isUnsure, onBehalfOf }: Attribution): string | null {
  const named = who !== null && isUnsure ? `perhaps ${who}` : who;
  if (onBehalfOf === null || who?.includes(onBehalfOf)) return named;
  return `${named ?? "someone not named"}, for ${onBehalfOf}`;
}

/** `A`, `A and B`, `A, B and C`; null for none. */
export function namesInWords(names: readonly string[]): string | null {
  const [last, ...before] = [...names].reverse();
  if (last === undefined) return null;
  return before.length === 0 ? last : `${before.reverse().join(", ")} and ${last}`;
}
