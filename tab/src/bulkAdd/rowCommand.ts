import type { CompanyView } from '../../../contracts/companies.js';
import type { GridRow } from './gridRow.js';

/** What a key asks of the row that has focus, or of the page. */
export type RowCommand =
  | { readonly kind: 'accept' | 'next' | 'search' | 'details' | 'ignore' | 'stop-ignoring' }
  | { readonly kind: 'choose'; readonly company: CompanyView }
  | { readonly kind: 'accept-many' | 'help' };

type Key = { readonly key: string; /** Ctrl, Alt or the Windows or Command key is down. */ readonly hasModifier: boolean };

/** How many of the candidates have a key of their own. */
export const candidateKeys = 3;

/** Undefined: the key means nothing here. Enter on a button is the button's own and must not come here. */
export function commandFor({ key, hasModifier }: Key, row: GridRow, isReadOnly: boolean): RowCommand | undefined {
  if (hasModifier) return undefined;
  switch (key.toLowerCase()) {
    case '?':
      return { kind: 'help' };
    case 'n':
      return { kind: 'next' };
    case 'd':
      return { kind: 'details' };
    case 'enter':
      return { kind: isReadOnly ? 'details' : enterOn(row) };
  }
  return isReadOnly ? undefined : changeFor(key.toLowerCase(), row);
}

function changeFor(key: string, row: GridRow): RowCommand | undefined {
  switch (key) {
    case '/':
      return { kind: 'search' };
    case 'a':
      return { kind: 'accept-many' };
    case 'i':
      return row.state === 'ignored' ? { kind: 'stop-ignoring' } : row.links.length === 0 ? { kind: 'ignore' } : undefined;
    case '1':
    case '2':
    case '3': {
      // A second company for a tenant that has one is asked for by name, never by a slip of the finger.
      const company = row.links.length === 0 ? row.candidates[Number(key) - 1]?.company : undefined;
      return company && { kind: 'choose', company };
    }
    default:
      return undefined;
  }
}

/** Where nothing is proposed there is nothing to accept: then it searches. */
function enterOn({ state, best }: GridRow): 'accept' | 'search' | 'details' {
  if (state === 'added' || state === 'ignored') return 'details';
  return best ? 'accept' : 'search';
}
