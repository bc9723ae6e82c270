import type { CommandWords } from './commandNames.js';

export const fr: CommandWords = {
  unmapped: { ways: ['à vérifier', 'vérifier', 'non liés', 'suivant'], title: 'Vérifier', summary: 'montrer un par un les locataires sans entreprise, les plus sûrs d’abord' },
  'add company': { ways: ['ajouter une entreprise', 'ajouter', 'ajouter entreprise', 'nouvelle entreprise'], title: 'Ajouter une entreprise', summary: 'lier un locataire Microsoft à une entreprise du PSA' },
  link: { ways: ['lier', 'lie', 'relier', 'associer'], title: 'Lier', summary: 'lier un locataire à une entreprise : **lier** LOCATAIRE **à** ENTREPRISE' },
  ignore: { ways: ['ignorer'], title: 'Ignorer', summary: 'laisser un locataire de côté : **ignorer** LOCATAIRE' },
  find: { ways: ['trouver', 'chercher', 'rechercher'], title: 'Trouver', summary: 'trouver des locataires et des entreprises : **trouver** NOM' },
  why: { ways: ['pourquoi'], title: 'Pourquoi ?', summary: 'dire pourquoi quelque chose manque ou a été lié : **pourquoi** NOM' },
  status: { ways: ['état', 'statut', 'combien', 'bilan'], title: 'État', summary: 'combien de locataires sont liés, combien attendent, et la date de la dernière synchronisation' },
  history: { ways: ['historique', 'journal', 'modifications'], title: 'Historique', summary: 'les derniers enregistrements' },
  undo: { ways: ['annuler', 'annuler le dernier', 'défaire'], title: 'Annuler le dernier', summary: 'annuler votre dernier enregistrement' },
  sync: { ways: ['synchroniser', 'actualiser'], title: 'Synchroniser', summary: 'relire les listes de Partner Center et du PSA' },
  bulk: { ways: ['ajout groupé', 'en masse', 'tout lier', 'ouvrir l’onglet', "ouvrir l'onglet"], title: 'Ajout groupé', summary: 'ouvrir l’onglet qui lie tous les locataires à la fois' },
  notify: { ways: ['notifications', 'notifier', 'me prévenir', 'nouveautés'], title: 'Notifications', summary: 'choisir ce que je signale ici de moi-même, et quand' },
  help: { ways: ['aide', 'bonjour', 'salut', 'commandes'], title: 'Aide', summary: 'afficher cette liste' },
};
