import { plainLetters, type Organization } from './organizations.js';
import type { SeededRandom } from './seededRandom.js';
import { shortForms } from './wordLists.js';

type Change = (name: string, organization: Organization, random: SeededRandom) => string;

const lastSpace = /\s+(?=\S+$)/;

const changes: Readonly<Record<string, Change>> = {
  addLegalForm: (name, { legalForm }) => withForm(name, legalForm[0]),
  spellLegalForm: (name, { legalForm }, random) => withForm(name, random.pick(legalForm)),
  wrongLegalForm: (name, { legalForm }) => withForm(name, legalForm[0] === 'Ltd' ? 'LLP' : 'Ltd'),
  upper: (name) => name.toUpperCase(),
  lower: (name) => name.toLowerCase(),
  writeAnd: (name) => name.replace(/ & /g, ' and '),
  plain: (name) => plainLetters(name),
  germanLetters: (name) => name.replace(/ü/g, 'ue').replace(/ö/g, 'oe').replace(/ä/g, 'ae').replace(/ß/g, 'ss'),
  dropArticle: (name) => name.replace(/^The /, ''),
  abbreviate: (name) => shortForms.reduce((text, [long, short]) => text.replace(long, short), name),
  punctuate: (name) => name.replace(lastSpace, ', ').replace(/^(\S+) /, '$1  '),
  hyphenate: (name) => name.replace(' ', '-'),
  joinWords: (name) => name.replace(lastSpace, ''),
  swapLetters: (name, _organization, random) => swapLetters(name, random),
  doubleLetter: (name, _organization, random) => doubleLetter(name, random),
  tradingAs: (name, { town }) => `${town} Ventures t/a ${name}`,
  initials: (name) => name.replace(/[^\p{L} ]/gu, '').split(/ +/).map((word) => word.slice(0, 1).toUpperCase()).join(''),
  addTown: (name, { town }) => `${name} (${town})`,
};

/** How names come into a PSA: [change, how often]. Several may apply to one name. */
const companyHabits: readonly (readonly [keyof typeof changes, number])[] = [
  ['dropArticle', 0.3],
  ['writeAnd', 0.4],
  ['plain', 0.35],
  ['germanLetters', 0.3],
  ['abbreviate', 0.25],
  ['swapLetters', 0.05],
  ['doubleLetter', 0.04],
  ['hyphenate', 0.03],
  ['joinWords', 0.02],
  ['punctuate', 0.05],
  ['tradingAs', 0.03],
];
const tenantHabits: readonly (readonly [keyof typeof changes, number])[] = [
  ['dropArticle', 0.3],
  ['plain', 0.15],
  ['abbreviate', 0.15],
  ['swapLetters', 0.03],
  ['writeAnd', 0.15],
  ['addTown', 0.03],
  ['initials', 0.03],
];

/** ConnectWise keeps so many characters. */
export const connectWiseNameLength = 50;

export function nameInPsa(organization: Organization, random: SeededRandom): string {
  const name = applyHabits(organization, companyHabits, random);
  return changeCase(addForm(name, organization, random, { none: 0.25, wrong: 0.04 }), organization, random, { upper: 0.06, lower: 0.02 });
}

export function nameInMicrosoft(organization: Organization, random: SeededRandom): string {
  const name = applyHabits(organization, tenantHabits, random);
  return changeCase(addForm(name, organization, random, { none: 0.45, wrong: 0.02 }), organization, random, { upper: 0.08, lower: 0.03 });
}

function applyHabits(organization: Organization, habits: typeof companyHabits, random: SeededRandom): string {
  return habits.reduce((name, [habit, probability]) => (random.chance(probability) ? (changes[habit]?.(name, organization, random) ?? name) : name), organization.name);
}

function addForm(name: string, organization: Organization, random: SeededRandom, { none, wrong }: { none: number; wrong: number }): string {
  const dice = random.next();
  if (dice < none) return name;
  const change = dice < none + wrong ? 'wrongLegalForm' : dice < 0.7 ? 'addLegalForm' : 'spellLegalForm';
  return changes[change]?.(name, organization, random) ?? name;
}

function changeCase(name: string, organization: Organization, random: SeededRandom, { upper, lower }: { upper: number; lower: number }): string {
  const dice = random.next();
  const change = dice < upper ? 'upper' : dice < upper + lower ? 'lower' : '';
  return changes[change]?.(name, organization, random) ?? name;
}

function withForm(name: string, form: string): string {
  return form.startsWith(',') ? name + form : `${name} ${form}`;
}

/** Somewhere inside the first word but "The", which tells most. */
function swapLetters(name: string, random: SeededRandom): string {
  const at = typoPlace(name, random);
  return name.slice(0, at) + name.slice(at, at + 2).split('').reverse().join('') + name.slice(at + 2);
}

function doubleLetter(name: string, random: SeededRandom): string {
  const at = typoPlace(name, random);
  return name.slice(0, at) + name.slice(at - 1);
}

function typoPlace(name: string, random: SeededRandom): number {
  return (name.startsWith('The ') ? 4 : 0) + 2 + random.below(3);
}
