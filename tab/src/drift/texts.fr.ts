import { countOf, formatNumber, formOf, listOf } from '../app/wording.js';
import type { Texts } from './texts.js';

const newTenants = (count: number) => countOf(count, 'nouveau locataire', 'nouveaux locataires');

export const texts: Texts = {
  title: 'Changements dans les sources',
  intro: 'Ce qui a changé dans l’Espace partenaires ou dans un PSA depuis l’enregistrement des liens. Rien n’est dissocié automatiquement.',
  caption: 'Liens dont un côté a changé, les plus graves en premier',
  columns: { tenant: 'Locataire Microsoft', company: 'Entreprise du PSA', what: 'Ce qui a changé', who: 'Lié par', actions: 'Actions' },
  what: {
    'company-deleted': () => 'Le PSA ne répertorie plus l’entreprise.',
    'relationship-lost': () => 'Plus aucun compte connecté de l’Espace partenaires ne répertorie le locataire.',
    'company-inactive': (_nameThen, now) => (now === '' ? 'L’entreprise n’est plus active.' : `L’entreprise n’est plus active : ${now}`),
    'company-renamed': (nameThen, now) => `L’entreprise s’appelait « ${nameThen} ». Elle s’appelle maintenant « ${now} ».`,
    'tenant-renamed': (nameThen, now) => `Le locataire s’appelait « ${nameThen} ». Il s’appelle maintenant « ${now} ».`,
  },
  linksTitle: (count) => `${countOf(count, 'lien', 'liens')} à vérifier`,
  newTitle: newTenants,
  newText: 'Ils sont arrivés après la première lecture des listes, et personne ne les a encore liés ni ignorés.',
  firstListed: (when) => `répertorié depuis le ${when}`,
  addThem: 'Les ajouter par l’ajout groupé',
  menu: (tenant, company) => `Actions pour ${tenant} et ${company}`,
  changeCompany: 'Changer d’entreprise',
  removeLink: 'Supprimer le lien',
  history: 'Historique',
  shownOf: (shown, total) => `${formatNumber(shown)} sur ${formatNumber(total)} affichés.`,
  more: 'Afficher plus',
  unjudged: (count) => `${countOf(count, 'lien', 'liens')} ne ${formOf(count, 'peut', 'peuvent')} pas être ${formOf(count, 'évalué', 'évalués')}, car une liste n’a jamais été lue en entier ou sa connexion n’existe plus.`,
  notice: ({ links, newTenants: count }) => `Depuis l’enregistrement des liens, les sources ont changé : ${listOf([...(links > 0 ? [`${countOf(links, 'lien', 'liens')} à vérifier`] : []), ...(count > 0 ? [newTenants(count)] : [])])}.`,
  look: 'Les consulter',
  loading: 'Comparaison des liens avec les listes…',
  emptyTitle: 'Rien n’a changé',
  emptyText: 'Chaque lien enregistré correspond toujours à ce que l’Espace partenaires et les PSA répertorient, et il n’y a pas de nouveaux locataires.',
};
