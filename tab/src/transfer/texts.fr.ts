import { countOf, formatNumber } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  exportCsv: 'Exporter au format CSV',
  exportJson: 'Exporter au format JSON',
  import: 'Importer…',
  exporting: 'Préparation de l’exportation…',
  exported: (name) => `${name} a été enregistré dans vos téléchargements.`,
  title: 'Importer des associations',
  intro: 'Choisissez un fichier CSV ou JSON contenant les colonnes tenant_id, psa_connection_id et company_id, par exemple une exportation. Chaque locataire du fichier reçoit exactement les entreprises que le fichier indique ; les autres locataires restent tels quels. Rien n’est enregistré avant que vous ayez vu ce qui changerait.',
  choose: 'Fichier',
  reading: 'Comparaison du fichier avec les liens existants…',
  counts: ({ added, changed, removed, unchanged, refused }) => `${countOf(added, 'ajout', 'ajouts')}, ${countOf(changed, 'modification', 'modifications')}, ${countOf(removed, 'suppression', 'suppressions')}, ${formatNumber(unchanged)} sans changement, ${countOf(refused, 'refus', 'refus')}`,
  nothing: 'Le fichier ne change rien.',
  refused: (count) => `${countOf(count, 'ligne ne peut pas être importée et reste de côté', 'lignes ne peuvent pas être importées et restent de côté')}, avec toutes les lignes du même locataire :`,
  refusedLine: (line, why) => `Ligne ${formatNumber(line)} : ${why}`,
  outdated: 'Des liens ou des listes ont changé depuis l’aperçu ; rien n’a donc été importé. Veuillez le regarder à nouveau.',
  more: (count) => `Et ${formatNumber(count)} de plus.`,
  changes: 'Ce qui changerait',
  importNow: (count) => `Importer ${countOf(count, 'modification', 'modifications')}`,
  otherFile: 'Choisir un autre fichier',
  lookAgain: 'Revérifier',
  imported: (counts) => `Importé : ${counts}.`,
  unchanged: 'Le fichier ne change rien ; rien n’a donc été enregistré.',
};
