/** A spreadsheet would run a cell that begins so as a formula. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** RFC 4180, with a byte order mark so that spreadsheets read UTF-8. No cell is ever a formula. */
export function toCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[columns, ...rows].map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`;
}

function toCell(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",;\r\n\t]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
