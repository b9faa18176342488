// PDF 1.7 (ISO 32000-1) §7.9.4 dates and §14.4 file identifiers, as Skia writes them: in clear text, outside any stream.

/**
 * The same PDF with the given instant as its dates and no trace of when it was printed. Replaced in place with the same
 * number of bytes, so that the offsets in the cross-reference table still hold.
 */
export function datedPdf(pdf: Buffer, at: Date): Buffer {
  const stamp = at.toISOString().replace(/[-:T]/g, '').slice(0, 14); // prettier-ignore
  const words = pdf.toString('latin1');
  const dated = words
    .replace(/(\/(?:CreationDate|ModDate) \(D:)\d{14}([+-]\d{2}'\d{2}'|Z)/g, (_all, before: string, zone: string) => {
      return before + stamp + (zone === 'Z' ? zone : "+00'00'");
    })
    .replace(/(\/ID \[?<)([0-9A-F]+)(>\s*<)([0-9A-F]+)(>)/gi, (_all, ...part: string[]) => {
      const [a, first, b, second, c] = part as [string, string, string, string, string];
      return a + '0'.repeat(first.length) + b + '0'.repeat(second.length) + c;
    });
  if (dated.length !== words.length) throw new Error('A PDF may not change its length when it is dated');
  return Buffer.from(dated, 'latin1');
}
