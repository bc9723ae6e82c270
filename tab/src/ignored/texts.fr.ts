import { countOf, formatNumber } from '../app/wording.js';
import type { Texts } from './texts.js';

const ignored = (count: number) => countOf(count, 'locataire ignoré', 'locataires ignorés');

export const texts: Texts = {
  title: 'Locataires ignorés',
  caption: 'Locataires ignorés, du plus récent au plus ancien',
  columns: { tenant: 'Locataire Microsoft', reason: 'Motif', who: 'Ignoré par', until: 'Jusqu’au', actions: 'Actions' },
  noReason: 'Aucun motif indiqué',
  forGood: 'Jusqu’à ce que quelqu’un revienne dessus',
  notListed: 'Plus aucun compte connecté de l’Espace partenaires ne le répertorie.',
  find: 'Rechercher un locataire ignoré',
  findPlaceholder: 'Locataire, domaine, motif ou personne',
  shown: (shown, all) => (shown === all ? ignored(all) : `${formatNumber(shown)} sur ${ignored(all)}`),
  more: (count) => `En afficher ${formatNumber(count)} de plus`,
  takeBack: 'Ne plus ignorer',
  takeBackOf: (tenant) => `Ne plus ignorer ${tenant}`,
  takenBack: (tenant) => `${tenant} n’est plus ignoré. Il figure à nouveau sur la page Ajout groupé d’entreprises.`,
  ignoredAgain: (tenant) => `${tenant} est à nouveau ignoré.`,
  conflict: (tenant, person) => `${person} a décidé pour ${tenant} entre-temps. Voici ce qui compte maintenant.`,
  conflictBack: (tenant) => `Quelqu’un est revenu entre-temps sur la décision concernant ${tenant}.`,
  loading: 'Lecture des locataires ignorés…',
  emptyTitle: 'Aucun locataire n’est ignoré',
  emptyText: 'Les locataires qui n’ont pas besoin d’entreprise, comme le vôtre ou un locataire de test, peuvent être ignorés sur la page Ajout groupé d’entreprises. Ils figurent alors ici et peuvent être récupérés.',
  openBulk: 'Ouvrir Ajout groupé d’entreprises',
  nothingFound: (query) => `Rien ne correspond à « ${query} ».`,
  clear: 'Effacer la recherche',
};
