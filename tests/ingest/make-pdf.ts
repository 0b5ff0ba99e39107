import { deflateSync } from "node:zlib";

/** Words on a page: from the left and from the bottom, in points. */
export interface Printed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** A PDF of these pages in Helvetica, as a program would write it; Latin letters alone. */
export function makePdf(pages: readonly (readonly Printed[])[], info = ""): Buffer {
  const contents = pages.map((page) => page.map(drawn).join("\n"));
  return pdfOf((first) => {
    const kids = contents.map((_, i) => `${first + 3 + i * 2} 0 R`).join(" ");
    const parts = contents.flatMap((content, i) => [
      `<< /Type /Page /Parent ${first + 1} 0 R /MediaBox [0 0 612 792] /Contents ${first + 4 + i * 2} 0 R /Resources << /Font << /F1 ${first + 2} 0 R >> >> >>`,
      streamOf(content),
    ]);
    return [
      `<< /Type /Catalog /Pages ${first + 1} 0 R >>`,
      `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
      ...parts,
    ];
  }, info);
}

/** Lines below each other, from a place on. */
export const column = (x: number, top: number, lines: readonly string[], size = 10): readonly Printed[] =>
  lines.flatMap((text, i) => (text === "" ? [] : [{ text, x, y: top - i * size * 1.2, size }]));

/** @param objects The bodies of all objects, given the number of the first, which is the catalog. */
export function pdfOf(objects: (first: number) => readonly (string | Buffer)[], info = ""): Buffer {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  const offsets: number[] = [];
  const bodies = [...objects(1), `<< ${info} >>`];
  let length = 9;
  bodies.forEach((body, i) => {
    const object = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(body), Buffer.from("\nendobj\n")]);
    offsets.push(length);
    parts.push(object);
    length += object.length;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const end = `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R /Info ${bodies.length} 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}

export function streamOf(content: string | Buffer, dictionary = ""): Buffer {
  const packed = deflateSync(content);
  const head = `<< /Length ${packed.length} /Filter /FlateDecode ${dictionary} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from("\nendstream")]);
}

function drawn({ text, x, y, size = 10 }: Printed): string {
  const bytes = [...Buffer.from(text, "latin1")].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `BT /F1 ${size} Tf ${x} ${y} Td <${bytes}> Tj ET`;
}
