/** A run of words with capitals, with the small words of names between: "Olaf van der Brun". */
export const NAME_RUN =
  /\p{Lu}[\p{L}'’-]+(?:[ \u00a0]+(?:\p{Lu}\.|\p{Lu}[\p{L}'’-]*|(?:de|da|la|van|von|der|den|bin|al|el|du|di)(?=[ \u00a0])))+/gu;
