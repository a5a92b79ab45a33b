export interface PdfTextLine {
  readonly text: string;
  /** Font size in points; default 10. */
  readonly size?: number;
  /** Points below the line before; default one and a fifth of its size. */
  readonly gap?: number;
}

/** A PDF with one page for each list of lines, set in one of the fonts that every reader has. */
export const makePdf = (pages: readonly (readonly PdfTextLine[])[]): Uint8Array => {
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...pages.flatMap((lines, at) => toPageObjects(lines, 5 + at * 2)),
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
};

const toPageObjects = (lines: readonly PdfTextLine[], contents: number): readonly string[] => {
  let y = 760;
  const drawn = lines.map(({ text, size = 10, gap = size * 1.2 }) => {
    y -= gap;
    return `BT /F1 ${size} Tf 1 0 0 1 60 ${y} Tm (${text.replace(/[()\\]/g, "\\$&")}) Tj ET`;
  });
  const stream = drawn.join("\n");
  const resources = "<< /Font << /F1 3 0 R >> >>";
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources ${resources} /Contents ${contents} 0 R >>`,
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
  ];
};
