/** What Windows-1252 has from 0x80 to 0x9F, a space where it has nothing (https://encoding.spec.whatwg.org/#windows-1252). */
const FROM_0X80 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/**
 * The text of bytes in an encoding by one of its names. Node 20 reads Windows-1252, which most pages mean that say ISO-8859-1, as Latin 1: its quotation marks,
 * dashes and the euro come out as control characters, and are put right here.
 * @throws RangeError for a name of no encoding; TypeError for bytes that are none of it.
 */
export function decodeCharset(bytes: Uint8Array, charset: string): string {
  const decoder = new TextDecoder(charset, { fatal: true });
  const text = decoder.decode(bytes);
  return decoder.encoding === "windows-1252" ? withPrintedSigns(text) : text;
}

/** A text that was read as Latin 1, with the signs of Windows-1252 in place of control characters, which nobody prints. */
export const withPrintedSigns = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (control) => {
    const sign = FROM_0X80[control.charCodeAt(0) - 0x80] ?? " ";
    return sign === " " ? control : sign;
  });
