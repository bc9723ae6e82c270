import { inEveryLanguage, type Words } from '../app/words.js';

/** By the kind of connection, and the name of the setting or secret, as its folder under `services/psa` (or `services/partnerCenter`) has them. */
const english = {
  partnerCenter: {
    tenantId: { title: 'Tenant id', description: 'Of your own Microsoft tenant, where the app for Partner Center is registered.' },
    clientId: { title: 'Client id', description: 'Of the app registration. The app must be added in Partner Center under Account settings, App management.' },
    lists: {
      title: 'Which customers',
      description: 'Partner Center lists those you sell to. Microsoft Graph lists those who gave you delegated rights (GDAP). Without a choice: those of Partner Center.',
      choices: { customers: 'Customers of Partner Center', delegated: 'Customers with delegated rights (GDAP)', both: 'Both' },
    },
    domainProof: {
      title: 'Domains of customers',
      description: 'Microsoft Graph can tell which customer has the web or e-mail domain of a company: that proves more than a name. The app needs the permission CrossTenantInformation.ReadBasic.All for it. Without a choice: not asked for.',
      choices: { none: 'Not asked for', graph: 'Asked of Microsoft Graph' },
    },
    clientSecret: { title: 'Client secret', description: 'The value, which Microsoft Entra shows once: App registrations > your app > Certificates & secrets. Not needed with a certificate.' },
    certificate: { title: 'Certificate', description: 'In place of a client secret: a PEM text with the certificate that is registered for the app and its unencrypted private key.' },
    refreshToken: { title: 'Refresh token (only for App+User)', description: 'Optional. Where Partner Center asks for a person who signed in: the refresh token of that sign-in. It is renewed and kept each time it is used.' },
  },
  connectWise: {
    site: { title: 'Site', description: 'Where you sign in to ConnectWise PSA: the host of its address.' },
    companyId: { title: 'Company id', description: 'The company id that you type on the sign-in page.' },
    clientId: { title: 'Client id', description: 'Of your integration, from developer.connectwise.com/ClientId.' },
    tenantIdField: { title: 'Custom field for the tenant id', description: 'Optional. The caption of a text field on companies in which the Microsoft tenant id may be stored. Create it in ConnectWise first.' },
    publicKey: { title: 'Public key', description: 'Of an API member: System > Members > API Members > API Keys.' },
    privateKey: { title: 'Private key', description: 'Shown once, when the key is made.' },
  },
  haloPsa: {
    baseUrl: { title: 'Address', description: 'Where you sign in to HaloPSA.' },
    tenant: { title: 'Tenant name', description: 'Optional. Only for hosted instances that do not tell it themselves: Configuration > Integrations > Halo PSA API shows it.' },
    tenantIdField: { title: 'Custom field for the tenant id', description: 'Optional. The name of a text field on clients in which the Microsoft tenant id may be stored. Create it in HaloPSA first.' },
    clientId: { title: 'Client id', description: 'Of an application of type "Client ID and Secret (Services)": Configuration > Integrations > Halo PSA API.' },
    clientSecret: { title: 'Client secret', description: 'Shown once, when the application is made.' },
  },
  autotask: {
    userName: { title: 'User name', description: 'Of an API-only user: Admin > Resources/Users. It looks like an e-mail address.' },
    tenantIdField: { title: 'User-defined field for the tenant id', description: 'Optional. The name of a text field on companies in which the Microsoft tenant id may be stored. Create it in Autotask first.' },
    ownerResourceId: { title: 'Owner of new companies', description: 'Optional. The id of the resource that owns companies which this app creates, where Autotask asks for one.' },
    zoneLookup: { title: 'Zone lookup', description: 'Optional. Only for pre-release zones: the address that tells which zone your database is in.' },
    secret: { title: 'Secret', description: "The API-only user's password: the field Secret under Credentials." },
    integrationCode: { title: 'Tracking identifier', description: 'Of the integration, shown with the API-only user under API Tracking Identifier.' },
  },
  csv: {
    id: { title: 'Column of the id', description: 'The heading over the id: one that stays the same in every file, such as the customer number.' },
    name: { title: 'Column of the name', description: "The heading over the company's name." },
    website: { title: 'Column of the website', description: 'Optional. The heading over the website or domain.' },
    email: { title: 'Column of e-mail addresses', description: 'Optional. The heading over e-mail addresses or their domains; several in one cell are fine.' },
    city: { title: 'Column of the city', description: 'Optional. The heading over the city.' },
    phone: { title: 'Column of the phone number', description: 'Optional. The heading over the phone number.' },
    status: { title: 'Column of the status', description: 'Optional. The heading over active and inactive.' },
    type: { title: 'Column of the type', description: 'Optional. The heading over the kind of company.' },
    tenantId: { title: 'Column of the Microsoft tenant id', description: 'Optional. The heading over tenant ids that you already know.' },
  },
};

export type Texts = Words<typeof english>;
export const texts = inEveryLanguage(english, { de: () => import('./texts.de.js'), fr: () => import('./texts.fr.js'), nl: () => import('./texts.nl.js'), es: () => import('./texts.es.js') });
