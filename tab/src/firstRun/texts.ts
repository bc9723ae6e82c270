import { inEveryLanguage, type Words } from '../app/words.js';
import { formatNumber } from '../app/wording.js';
import type { FirstRunStep, FirstRunStepId } from './firstRunSteps.js';

const english = {
  title: 'No company is added yet',
  text: 'Five steps lead to the first saved link. Each needs the one before it.',
  list: 'Steps to the first saved link',
  progress: (done: number, total: number) => `${formatNumber(done)} of ${formatNumber(total)} steps done`,
  states: { done: 'Done', next: 'Next', later: 'Later' } satisfies Record<FirstRunStep['state'], string>,
  steps: {
    account: 'Connect a Microsoft Partner Center account',
    psa: 'Connect your PSA',
    sync: 'Read the lists for the first time',
    'auto-map': 'Let auto-map propose companies',
    save: 'Save the first customer mapping',
  } satisfies Record<FirstRunStepId, string>,
  hints: {
    account: 'It lists your customers’ Microsoft tenants.',
    psa: 'It lists the companies that you bill.',
    sync: 'Tenants and companies are read; nothing is changed there.',
    'auto-map': 'It only proposes. You decide, and nothing is saved by itself.',
    save: 'Look through the proposals, then choose Save Customer Mapping.',
  } satisfies Record<FirstRunStepId, string>,
  actions: {
    account: 'Open Connections',
    psa: 'Open Connections',
    sync: 'Read the lists now',
    'auto-map': 'Open Bulk Add Company',
    save: 'Open Bulk Add Company',
  } satisfies Record<FirstRunStepId, string>,
  reading: 'The lists are being read right now.',
  needsAdmin: 'An administrator of the app does this. Ask one, and come back here.',
  needsMapper: 'A colleague with the Mapper role does this. You can look meanwhile.',
};

export type Texts = Words<typeof english>;
export const texts = inEveryLanguage(english, { de: () => import('./texts.de.js'), fr: () => import('./texts.fr.js'), nl: () => import('./texts.nl.js'), es: () => import('./texts.es.js') });
