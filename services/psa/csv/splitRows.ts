/** `line` counts from 1, where the row begins. `isBroken`: a quote was opened and never closed, so that the rest of the file is one cell. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[]; readonly isBroken: boolean };

const separators = [',', ';', '\t', '|'] as const;

/** The rows of a CSV text: any of four separators, quotes with separators and line breaks inside, any line breaks. Empty lines are left out. */
export function* splitRows(text: string): Generator<CsvRow> {
  const hint = /^\uFEFF?sep=(.)\r?\n/i.exec(text);
  const body = text.replace(/^\uFEFF/, '');
  const separator = hint?.[1] ?? guessSeparator(body);
  let position = hint ? hint[0].replace(/^\uFEFF/, '').length : 0;
  let line = hint ? 2 : 1;

  while (position < body.length) {
    const start = line;
    const cells: string[] = [];
    let isBroken = false;
    for (let isRowOpen = true; isRowOpen; ) {
      let cell: string;
      if (body[position] === '"') {
        const end = closingQuote(body, position + 1);
        isBroken = end < 0;
        cell = body.slice(position + 1, isBroken ? undefined : end).replaceAll('""', '"');
        line += countLines(cell);
        position = isBroken ? body.length : end + 1;
        // What follows a closing quote belongs to the cell.
        const rest = plainEnd(body, position, separator);
        cell += body.slice(position, rest);
        position = rest;
      } else {
        const end = plainEnd(body, position, separator);
        cell = body.slice(position, end);
        position = end;
      }
      cells.push(cell);
      isRowOpen = body[position] === separator;
      if (isRowOpen) position += 1;
    }
    if (body.startsWith('\r\n', position)) position += 2;
    else if (position < body.length) position += 1;
    line += 1;
    if (cells.some((cell) => cell.trim() !== '')) yield { line: start, cells, isBroken };
  }
}

/** The one that is most often in the first line, outside quotes. */
function guessSeparator(text: string): string {
  const first = text.slice(0, plainEnd(text, 0, '')).replace(/"[^"]*"/g, '');
  const count = (separator: string) => first.split(separator).length;
  return separators.reduce<string>((best, separator) => (count(separator) > count(best) ? separator : best), ',');
}

function plainEnd(text: string, from: number, separator: string): number {
  for (let position = from; position < text.length; position += 1) {
    const character = text[position];
    if (character === separator || character === '\n' || character === '\r') return position;
  }
  return text.length;
}

function closingQuote(text: string, from: number): number {
  for (let position = text.indexOf('"', from); position >= 0; position = text.indexOf('"', position + 2)) if (text[position + 1] !== '"') return position;
  return -1;
}

function countLines(cell: string): number {
  return cell.split(/\r\n|\r|\n/).length - 1;
}
