import { countOf, formOf } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  create: (psa) => `Créer l’entreprise dans ${psa}…`,
  title: (psa, tenant) => `Nouvelle entreprise dans ${psa} pour ${tenant}`,
  loading: (psa) => `Vérification dans ${psa} : existe-t-elle déjà ?`,
  duplicates: (count, psa) => `${countOf(count, 'entreprise', 'entreprises')} de ${psa} ${formOf(count, 'est peut-être déjà celle-ci', 'sont peut-être déjà celle-ci')}`,
  use: 'Utiliser celle-ci',
  useOf: (company) => `Utiliser celle-ci : ${company}`,
  noneFits: 'Aucune d’elles n’est la même organisation.',
  noDuplicates: (psa) => `${psa} n’a aucune entreprise portant ce nom ou ce domaine.`,
  unread: (psa) => `${psa} a une entreprise de ce nom qui manque dans la liste lue ici.`,
  name: 'Nom',
  website: 'Site web',
  phone: 'Téléphone',
  addressLine: 'Adresse',
  city: 'Ville',
  type: 'Type',
  usualType: (psa) => `Celui que ${psa} définit`,
  nameMissing: 'Une entreprise doit avoir un nom.',
  notSeen: 'Confirmez d’abord qu’aucune des entreprises ci-dessus n’est la même organisation, ou utilisez l’une d’elles.',
  warning: (psa) => `Cette action écrit dans ${psa} : l’entreprise y est créée aussitôt. Elle ne peut pas être annulée d’ici.`,
  submit: (psa) => `Créer dans ${psa}`,
  creating: (psa) => `Création dans ${psa}…`,
  lookAgain: 'Revérifier',
  again: 'La créer à nouveau',
  created: (company, psa) => `${company} est maintenant dans ${psa}, et choisie.`,
};
