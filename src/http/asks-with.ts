/** Whether an address has a parameter of one of these names, however its letters are written. */
export function asksWith(url: string, names: readonly string[]): boolean {
  const parameters = new URLSearchParams(url.split("?").slice(1).join("?"));
  return names.some((name) => parameters.has(name));
}
