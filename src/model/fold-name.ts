/** A name as it is compared: lower case, no accents, no stops, single spaces. `Dr. José  Núñez` is `dr jose nunez`. */
export function foldName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’‘`]/g, "'")
    .replace(/[^\p{L}\p{N}'-]+/gu, " ")
    .trim();
}
