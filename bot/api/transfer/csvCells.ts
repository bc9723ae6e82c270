/** What a spreadsheet would take for a formula, in a cell's first place. */
const formulaStart = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Text that begins like a formula gets an apostrophe, so that no spreadsheet runs it. So does text that begins with apostrophes before that: `readCell` gives back exactly what was written. */
export function writeCell(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function readCell(text: string): string {
  return text.startsWith("'") && formulaStart.test(text) ? text.slice(1) : text;
}
