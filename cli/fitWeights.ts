import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { featureNames, type Features } from '../services/matching/evidence/features.js';
import { weightList } from '../services/matching/evidence/logOdds.js';
import { compareLists, fitCases, scoreCases, type Case } from './fitting/compareLists.js';
import { sharesOf } from './fitting/fitConditionalLogit.js';
import { readLabelledLists, type LabelledLists } from './fitting/readLabelledLists.js';
import type { Scores } from './fitting/scoreOutcomes.js';

const usage = `npm run fit-weights -- DIR [OPTIONS]

Fits the weights of services/matching to two lists with the right answers, and writes services/matching/evidence/weights.ts.
DIR holds tenants.json, companies.json, truth.json ({ tenantId: company id or null }) and, if wanted, meta.json ({ tenants: { tenantId: { src } } }).

  --also DIR   scores other lists as well (may be repeated); nothing is learned from them
  --dry-run    writes nothing`;

const ridges = [1e-4, 3e-5, 1e-5, 3e-6];
const folds = 5;
const target = new URL('../services/matching/evidence/weights.ts', import.meta.url);

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

function main(): void {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { also: { type: 'string', multiple: true }, 'dry-run': { type: 'boolean' }, help: { type: 'boolean' } } });
  const [folder] = positionals;
  if (values.help || folder === undefined || positionals.length > 1) {
    console.error(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const lists = readLabelledLists(folder);
  const cases = compareLists(lists);
  console.log(`${cases.length} tenants, ${lists.companies.length} companies, ${cases.filter(({ choice }) => choice).length} to learn from, SHA-256 ${lists.checksum}`);

  const ridge = chooseRidge(cases);
  const weights = fitCases(cases, ridge);
  const held = leaveOneSourceOut(cases, ridge);
  show('these lists, seen', scoreCases(cases, () => weights, lists.truth));
  showHeld('these lists', cases, held, lists);
  for (const other of values.also ?? []) {
    const otherLists = readLabelledLists(other);
    const otherCases = compareLists(otherLists);
    show(other, scoreCases(otherCases, () => weights, otherLists.truth));
    showHeld(other, otherCases, held, otherLists);
  }
  if (!values['dry-run']) writeFileSync(target, sourceText(weights, lists, ridge));
}

/** The ridge with the least surprise on tenants that a fit did not see. */
function chooseRidge(cases: readonly Case[]): number {
  const losses = ridges.map((ridge) => {
    let loss = 0;
    for (let fold = 0; fold < folds; fold += 1) {
      const weights = fitCases(cases.filter((_, at) => at % folds !== fold), ridge);
      loss += surprise(cases.filter((_, at) => at % folds === fold), weights);
    }
    console.log(`ridge ${ridge}: mean log loss ${(loss / cases.length).toFixed(5)} in ${folds}-fold cross-validation`);
    return { ridge, loss };
  });
  return losses.reduce((best, other) => (other.loss < best.loss ? other : best)).ridge;
}

function surprise(cases: readonly Case[], weights: Features): number {
  const list = weightList(weights);
  return cases.reduce((sum, { choice }) => {
    if (!choice) return sum;
    const shares = sharesOf(choice.options, list);
    const share = choice.chosen < 0 ? 1 - shares.reduce((total, value) => total + value, 0) : (shares[choice.chosen] ?? 0);
    return sum - Math.log(Math.max(share, 1e-12));
  }, 0);
}

function leaveOneSourceOut(cases: readonly Case[], ridge: number): ReadonlyMap<string, Features> {
  const sources = [...new Set(cases.map(({ source }) => source))];
  return sources.length < 2 ? new Map() : new Map(sources.map((source) => [source, fitCases(cases.filter((one) => one.source !== source), ridge)]));
}

/** Each tenant judged by weights that never saw an organisation of its source. */
function showHeld(name: string, cases: readonly Case[], held: ReadonlyMap<string, Features>, { truth }: LabelledLists): void {
  const known = cases.filter(({ source }) => held.has(source));
  if (known.length === 0) return;
  const weightsOf = ({ source }: Case) => held.get(source) ?? ({} as Features);
  show(`${name}, each source left out`, scoreCases(known, weightsOf, truth));
  for (const source of held.keys()) show(`  without ${source}`, scoreCases(known.filter((one) => one.source === source), weightsOf, truth));
}

function show(name: string, scores: Scores): void {
  const { tenants, wrong, precision, recall, falseOnNull, withinFive, reached, review } = scores;
  console.log(`${name}: ${tenants} tenants, precision ${precision} (${wrong} wrong), recall ${recall}, false on null ${falseOnNull}, within five ${withinFive}, reached ${reached}, review ${review}`);
}

function sourceText(weights: Features, { checksum, tenants, companies }: LabelledLists, ridge: number): string {
  const lines = featureNames.map((name) => `  ${name}: ${weights[name]},\n`).join('');
  return `import type { Features } from './features.js';

/**
 * Log-odds that each measure adds. Written by \`npm run fit-weights\`; don't edit. Fitted to ${tenants.length} tenants and ${companies.length} companies with
 * ridge ${ridge}; SHA-256 of the data: ${checksum}
 */
export const fittedWeights: Features = {
${lines}};
`;
}
