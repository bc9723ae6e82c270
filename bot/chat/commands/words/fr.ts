import type { CommandWords } from './commandNames.js';

export const fr: CommandWords = {
  'add company': { ways: ['ajouter une société', 'ajouter', 'ajouter société', 'nouvelle société'], title: 'Ajouter une société', summary: 'lier un locataire Microsoft à une société du PSA' },
  bulk: { ways: ['tout lier', 'en masse', 'ajout en masse', 'ouvrir l’onglet', "ouvrir l'onglet"], title: 'Tout lier', summary: 'ouvrir l’onglet qui lie tous les locataires à la fois' },
  status: { ways: ['état', 'statut', 'combien', 'bilan'], title: 'État', summary: 'combien de locataires sont liés, combien attendent, et la date de la dernière synchronisation' },
  notify: { ways: ['notifications', 'notifier', 'me prévenir', 'nouveautés'], title: 'Notifications', summary: 'choisir ce que je signale ici de moi-même, et quand' },
  help: { ways: ['aide', 'bonjour', 'salut', 'commandes'], title: 'Aide', summary: 'afficher cette liste' },
};
