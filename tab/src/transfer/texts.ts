import type { ImportPreview } from '../../../contracts/transfer.js';
import { countOf, formatNumber } from '../app/wording.js';
import { inEveryLanguage, type Words } from '../app/words.js';

const english = {
  exportCsv: 'Export as CSV',
  exportJson: 'Export as JSON',
  import: 'Import…',
  exporting: 'The export is being made…',
  exported: (name: string) => `${name} was saved to your downloads.`,
  title: 'Import mappings',
  intro: 'Choose a CSV or JSON file with the columns tenant_id, psa_connection_id and company_id, such as an export. Each tenant in the file gets exactly the companies that the file names for it; other tenants stay as they are. Nothing is saved before you have seen what would change.',
  choose: 'File',
  reading: 'Comparing the file with what is linked…',
  counts: ({ added, changed, removed, unchanged, refused }: ImportPreview['counts']) => `${formatNumber(added)} added, ${formatNumber(changed)} changed, ${formatNumber(removed)} removed, ${formatNumber(unchanged)} unchanged, ${formatNumber(refused)} refused`,
  nothing: 'The file changes nothing.',
  refused: (count: number) => `${countOf(count, 'line')} cannot be imported and ${count === 1 ? 'stays' : 'stay'} out, with all lines of the same tenant:`,
  refusedLine: (line: number, why: string) => `Line ${formatNumber(line)}: ${why}`,
  outdated: 'Links or lists changed since you looked at the preview, so nothing was imported. Please look at it again.',
  more: (count: number) => `And ${formatNumber(count)} more.`,
  changes: 'What would change',
  importNow: (count: number) => `Import ${countOf(count, 'change')}`,
  otherFile: 'Choose another file',
  lookAgain: 'Look again',
  imported: (counts: string) => `Imported: ${counts}.`,
  unchanged: 'The file changes nothing, so nothing was saved.',
};

export type Texts = Words<typeof english>;
export const texts = inEveryLanguage(english, { de: () => import('./texts.de.js'), fr: () => import('./texts.fr.js'), nl: () => import('./texts.nl.js'), es: () => import('./texts.es.js') });
