import type { SeededRandom } from './seededRandom.js';
import { accentedNames, legalForms, nameBeginnings, nameEndings, secondTrades, towns, trades } from './wordLists.js';

/** An invented organisation, before anybody typed its name into a system. */
export type Organization = {
  /** The name without legal form, such as "Brackwater Joinery". */
  readonly name: string;
  /** Spellings of its legal form; the first is the right one. */
  readonly legalForm: readonly [string, ...string[]];
  /** Ends with .example. */
  readonly domain: string;
  readonly town: string;
};

/** So many organisations of different names. The same chance gives the same ones. */
export function inventOrganizations(count: number, random: SeededRandom): Organization[] {
  const plain = nameBeginnings.flatMap((beginning) => nameEndings.map((ending) => beginning + ending));
  const names = random.shuffle(plain);
  return Array.from({ length: count }, (_, at) => {
    const isAccented = at % 11 === 4;
    const round = Math.floor(at / names.length);
    const proper = isAccented ? (accentedNames[Math.floor(at / 11) % accentedNames.length] ?? '') : (names[at % names.length] ?? '');
    const partner = names[(at * 7 + 3) % names.length] ?? '';
    const trade = trades[(at + round * 13) % trades.length] ?? '';
    const name = composeName(at, { proper, partner, trade, more: secondTrades[(at + round) % secondTrades.length] ?? '' });
    const suffix = round === 0 && !(isAccented && at / 11 > accentedNames.length) ? '' : String(at);
    return { name, legalForm: legalForms[random.below(legalForms.length)] ?? ['Ltd'], domain: `${slug(at % 3 === 0 ? proper : name)}${suffix}.example`, town: towns[random.below(towns.length)] ?? '' };
  });
}

type Parts = { readonly proper: string; readonly partner: string; readonly trade: string; readonly more: string };

function composeName(at: number, { proper, partner, trade, more }: Parts): string {
  switch (at % 7) {
    case 0:
      return `${proper} & ${partner} ${trade}`;
    case 1:
    case 2:
    case 3:
      return `${proper} ${trade}`;
    case 4:
      return `${proper} ${trade} ${more}`;
    case 5:
      return `The ${proper} ${more}`;
    default:
      return `${proper} ${trade} of ${partner}`;
  }
}

/** Lower-case letters and digits, as in a domain. */
export function slug(name: string): string {
  return plainLetters(name.replace(/&/g, 'and'))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 40);
}

/** Umlauts and accents as somebody with another keyboard types them. */
export function plainLetters(text: string): string {
  return text.replace(/ß/g, 'ss').replace(/[øØ]/g, 'o').replace(/[æÆ]/g, 'ae').replace(/[łŁ]/g, 'l').normalize('NFD').replace(/\p{M}/gu, '');
}
