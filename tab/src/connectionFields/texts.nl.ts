import type { Texts } from './texts.js';

export const texts: Texts = {
  partnerCenter: {
    tenantId: { title: 'Tenant-id', description: 'Van de eigen Microsoft-tenant, waarin de app voor Partnercentrum is geregistreerd.' },
    clientId: { title: 'Client-id', description: 'Van de app-registratie. De app moet in Partnercentrum zijn toegevoegd bij de accountinstellingen, onder appbeheer.' },
    lists: {
      title: 'Welke klanten',
      description: 'Partnercentrum bevat de klanten aan wie wordt verkocht. Microsoft Graph bevat de klanten die gedelegeerde rechten hebben gegeven (GDAP). Zonder keuze: die van Partnercentrum.',
      choices: { customers: 'Klanten van Partnercentrum', delegated: 'Klanten met gedelegeerde rechten (GDAP)', both: 'Allebei' },
    },
    domainProof: {
      title: 'Domeinen van klanten',
      description: 'Microsoft Graph weet van welke klant het web- of e-maildomein van een bedrijf is: dat bewijst meer dan een naam. De app heeft daarvoor de machtiging CrossTenantInformation.ReadBasic.All nodig. Zonder keuze: niet opgevraagd.',
      choices: { none: 'Niet opvragen', graph: 'Opvragen bij Microsoft Graph' },
    },
    clientSecret: { title: 'Clientgeheim', description: 'De waarde, die Microsoft Entra één keer laat zien: App-registraties > de app > Certificaten en geheimen. Niet nodig met een certificaat.' },
    certificate: { title: 'Certificaat', description: 'In plaats van een clientgeheim: een PEM-tekst met het certificaat dat voor de app is geregistreerd en de niet-versleutelde persoonlijke sleutel.' },
    refreshToken: { title: 'Vernieuwingstoken (alleen voor App+User)', description: 'Optioneel. Waar Partnercentrum om een aangemelde persoon vraagt: het vernieuwingstoken van die aanmelding. Het wordt bij elk gebruik vernieuwd en bewaard.' },
  },
  connectWise: {
    site: { title: 'Website', description: 'Waar de aanmelding bij ConnectWise PSA is: de host van het adres.' },
    companyId: { title: 'Bedrijfs-id', description: 'De bedrijfs-id (Company) die op de aanmeldpagina wordt getypt.' },
    clientId: { title: 'Client-id', description: 'Van de integratie, van developer.connectwise.com/ClientId.' },
    tenantIdField: { title: 'Eigen veld voor de tenant-id', description: 'Optioneel. Het bijschrift van een tekstveld van bedrijven waarin de Microsoft-tenant-id mag worden opgeslagen. Maak het eerst aan in ConnectWise.' },
    publicKey: { title: 'Openbare sleutel', description: 'Van een API-lid: System > Members > API Members > API Keys.' },
    privateKey: { title: 'Persoonlijke sleutel', description: 'Wordt één keer getoond, bij het maken van de sleutel.' },
  },
  haloPsa: {
    baseUrl: { title: 'Adres', description: 'Waar de aanmelding bij HaloPSA is.' },
    tenant: { title: 'Naam van de instantie (tenant)', description: 'Optioneel. Alleen voor gehoste instanties die hem niet zelf vertellen: hij staat onder Configuration > Integrations > Halo PSA API.' },
    tenantIdField: { title: 'Eigen veld voor de tenant-id', description: 'Optioneel. De naam van een tekstveld van klanten (clients) waarin de Microsoft-tenant-id mag worden opgeslagen. Maak het eerst aan in HaloPSA.' },
    clientId: { title: 'Client-id', description: 'Van een toepassing van het type ‘Client ID and Secret (Services)’: Configuration > Integrations > Halo PSA API.' },
    clientSecret: { title: 'Clientgeheim', description: 'Wordt één keer getoond, bij het maken van de toepassing.' },
  },
  autotask: {
    userName: { title: 'Gebruikersnaam', description: 'Van een API-gebruiker: Admin > Resources/Users. Hij lijkt op een e-mailadres.' },
    tenantIdField: { title: 'Zelf gedefinieerd veld voor de tenant-id', description: 'Optioneel. De naam van een tekstveld van bedrijven waarin de Microsoft-tenant-id mag worden opgeslagen. Maak het eerst aan in Autotask.' },
    ownerResourceId: { title: 'Eigenaar van nieuwe bedrijven', description: 'Optioneel. De id van de resource die eigenaar wordt van bedrijven die deze app aanmaakt, waar Autotask daarom vraagt.' },
    zoneLookup: { title: 'Zone opzoeken', description: 'Optioneel. Alleen voor zones met een voorlopige versie: het adres dat vertelt in welke zone de database staat.' },
    secret: { title: 'Geheim', description: 'Het wachtwoord van de API-gebruiker: het veld Secret onder Credentials.' },
    integrationCode: { title: 'Traceringscode', description: 'Van de integratie, getoond bij de API-gebruiker onder API Tracking Identifier.' },
  },
  csv: {
    id: { title: 'Kolom van de id', description: 'De koptekst boven de id: een id die in elk bestand hetzelfde blijft, zoals het klantnummer.' },
    name: { title: 'Kolom van de naam', description: 'De koptekst boven de naam van het bedrijf.' },
    website: { title: 'Kolom van de website', description: 'Optioneel. De koptekst boven de website of het domein.' },
    email: { title: 'Kolom van e-mailadressen', description: 'Optioneel. De koptekst boven e-mailadressen of hun domeinen; meerdere in één cel kan.' },
    city: { title: 'Kolom van de plaats', description: 'Optioneel. De koptekst boven de plaats.' },
    phone: { title: 'Kolom van het telefoonnummer', description: 'Optioneel. De koptekst boven het telefoonnummer.' },
    status: { title: 'Kolom van de status', description: 'Optioneel. De koptekst boven actief en inactief.' },
    type: { title: 'Kolom van het type', description: 'Optioneel. De koptekst boven het soort bedrijf.' },
    tenantId: { title: 'Kolom van de Microsoft-tenant-id', description: 'Optioneel. De koptekst boven tenant-id’s die al bekend zijn.' },
  },
};
