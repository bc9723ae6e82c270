import type { Texts } from './texts.js';

export const texts: Texts = {
  partnerCenter: {
    tenantId: { title: 'ID de locataire', description: 'De votre propre locataire Microsoft, où l’application pour l’Espace partenaires est inscrite.' },
    clientId: { title: 'ID client', description: 'De l’inscription d’application. L’application doit être ajoutée dans l’Espace partenaires, dans les paramètres du compte, sous la gestion des applications.' },
    lists: {
      title: 'Quels clients',
      description: 'L’Espace partenaires répertorie ceux à qui vous vendez. Microsoft Graph répertorie ceux qui vous ont donné des droits délégués (GDAP). Sans choix : ceux de l’Espace partenaires.',
      choices: { customers: 'Clients de l’Espace partenaires', delegated: 'Clients avec des droits délégués (GDAP)', both: 'Les deux' },
    },
    domainProof: {
      title: 'Domaines des clients',
      description: 'Microsoft Graph sait à quel client appartient le domaine web ou de messagerie d’une entreprise : cela prouve plus qu’un nom. L’application a besoin pour cela de l’autorisation CrossTenantInformation.ReadBasic.All. Sans choix : non demandé.',
      choices: { none: 'Ne pas demander', graph: 'Demander à Microsoft Graph' },
    },
    clientSecret: { title: 'Secret client', description: 'La valeur, que Microsoft Entra affiche une seule fois : Inscriptions d’applications > votre application > Certificats et secrets. Inutile avec un certificat.' },
    certificate: { title: 'Certificat', description: 'À la place d’un secret client : un texte PEM contenant le certificat inscrit pour l’application et sa clé privée non chiffrée.' },
    refreshToken: { title: 'Jeton d’actualisation (seulement pour App+User)', description: 'Facultatif. Là où l’Espace partenaires demande une personne connectée : le jeton d’actualisation de cette connexion. Il est renouvelé et conservé à chaque utilisation.' },
  },
  connectWise: {
    site: { title: 'Site web', description: 'Là où vous vous connectez à ConnectWise PSA : l’hôte de son adresse.' },
    companyId: { title: 'ID d’entreprise', description: 'L’ID d’entreprise (Company) que vous saisissez sur la page de connexion.' },
    clientId: { title: 'ID client', description: 'De votre intégration, obtenu sur developer.connectwise.com/ClientId.' },
    tenantIdField: { title: 'Champ personnalisé pour l’ID de locataire', description: 'Facultatif. Le libellé d’un champ de texte des entreprises où l’ID de locataire Microsoft peut être enregistré. Créez-le d’abord dans ConnectWise.' },
    publicKey: { title: 'Clé publique', description: 'D’un membre API : System > Members > API Members > API Keys.' },
    privateKey: { title: 'Clé privée', description: 'Affichée une seule fois, à la création de la clé.' },
  },
  haloPsa: {
    baseUrl: { title: 'Adresse', description: 'Là où vous vous connectez à HaloPSA.' },
    tenant: { title: 'Nom de l’instance (tenant)', description: 'Facultatif. Seulement pour les instances hébergées qui ne l’indiquent pas elles-mêmes : Configuration > Integrations > Halo PSA API l’affiche.' },
    tenantIdField: { title: 'Champ personnalisé pour l’ID de locataire', description: 'Facultatif. Le nom d’un champ de texte des clients où l’ID de locataire Microsoft peut être enregistré. Créez-le d’abord dans HaloPSA.' },
    clientId: { title: 'ID client', description: 'D’une application de type « Client ID and Secret (Services) » : Configuration > Integrations > Halo PSA API.' },
    clientSecret: { title: 'Secret client', description: 'Affiché une seule fois, à la création de l’application.' },
  },
  autotask: {
    userName: { title: 'Nom d’utilisateur', description: 'D’un utilisateur réservé à l’API : Admin > Resources/Users. Il ressemble à une adresse e-mail.' },
    tenantIdField: { title: 'Champ défini par l’utilisateur pour l’ID de locataire', description: 'Facultatif. Le nom d’un champ de texte des entreprises où l’ID de locataire Microsoft peut être enregistré. Créez-le d’abord dans Autotask.' },
    ownerResourceId: { title: 'Propriétaire des nouvelles entreprises', description: 'Facultatif. L’ID de la ressource à laquelle appartiennent les entreprises que cette application crée, là où Autotask en demande une.' },
    zoneLookup: { title: 'Recherche de zone', description: 'Facultatif. Seulement pour les zones en préversion : l’adresse qui indique dans quelle zone se trouve votre base de données.' },
    secret: { title: 'Secret de l’utilisateur', description: 'Le mot de passe de l’utilisateur réservé à l’API : le champ Secret sous Credentials.' },
    integrationCode: { title: 'Identifiant de suivi', description: 'De l’intégration, affiché avec l’utilisateur réservé à l’API sous API Tracking Identifier.' },
  },
  csv: {
    id: { title: 'Colonne de l’ID', description: 'L’en-tête de l’ID : un ID qui reste le même dans chaque fichier, comme le numéro de client.' },
    name: { title: 'Colonne du nom', description: 'L’en-tête du nom de l’entreprise.' },
    website: { title: 'Colonne du site web', description: 'Facultatif. L’en-tête du site web ou du domaine.' },
    email: { title: 'Colonne des adresses e-mail', description: 'Facultatif. L’en-tête des adresses e-mail ou de leurs domaines ; il peut y en avoir plusieurs dans une cellule.' },
    city: { title: 'Colonne de la ville', description: 'Facultatif. L’en-tête de la ville.' },
    phone: { title: 'Colonne du numéro de téléphone', description: 'Facultatif. L’en-tête du numéro de téléphone.' },
    status: { title: 'Colonne du statut', description: 'Facultatif. L’en-tête qui distingue actif et inactif.' },
    type: { title: 'Colonne du type', description: 'Facultatif. L’en-tête du genre d’entreprise.' },
    tenantId: { title: 'Colonne de l’ID de locataire Microsoft', description: 'Facultatif. L’en-tête des ID de locataire que vous connaissez déjà.' },
  },
};
