import { formatNumber, formOf } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  title: 'Aucune entreprise ajoutée pour l’instant',
  text: 'Cinq étapes mènent au premier lien enregistré. Chacune a besoin de la précédente.',
  list: 'Étapes vers le premier lien enregistré',
  progress: (done, total) => `${formatNumber(done)} ${formOf(done, 'étape terminée', 'étapes terminées')} sur ${formatNumber(total)}`,
  states: { done: 'Terminé', next: 'À faire', later: 'Plus tard' },
  steps: {
    account: 'Connecter un compte de l’Espace partenaires Microsoft',
    psa: 'Connecter votre PSA',
    sync: 'Lire les listes pour la première fois',
    'auto-map': 'Laisser l’association automatique proposer des entreprises',
    save: 'Enregistrer la première association de clients',
  },
  hints: {
    account: 'Il répertorie les locataires Microsoft de vos clients.',
    psa: 'Il répertorie les entreprises que vous facturez.',
    sync: 'Les locataires et les entreprises sont lus ; rien n’y est modifié.',
    'auto-map': 'Ce ne sont que des propositions. Vous décidez, et rien n’est enregistré automatiquement.',
    save: 'Parcourez les propositions, puis choisissez Enregistrer l’association des clients.',
  },
  actions: { account: 'Ouvrir Connexions', psa: 'Ouvrir Connexions', sync: 'Lire les listes maintenant', 'auto-map': 'Voir les propositions', save: 'Voir les propositions' },
  reading: 'Les listes sont en cours de lecture.',
  needsAdmin: 'Un administrateur de l’application s’en charge. Demandez-le-lui, puis revenez ici.',
  needsMapper: 'Un collègue ayant le rôle Mapper s’en charge. Vous pouvez consulter entre-temps.',
};
