import type { Texts } from './texts.js';

export const texts: Texts = {
  partnerCenter: {
    tenantId: { title: 'Mandanten-ID', description: 'Ihres eigenen Microsoft-Mandanten, in dem die App für Partner Center registriert ist.' },
    clientId: { title: 'Client-ID', description: 'Der App-Registrierung. Die App muss in Partner Center in den Kontoeinstellungen unter „App-Verwaltung“ hinzugefügt sein.' },
    lists: {
      title: 'Welche Kunden',
      description: 'Partner Center führt die auf, denen Sie etwas verkaufen. Microsoft Graph führt die auf, die Ihnen delegierte Rechte gegeben haben (GDAP). Ohne Auswahl: die von Partner Center.',
      choices: { customers: 'Kunden von Partner Center', delegated: 'Kunden mit delegierten Rechten (GDAP)', both: 'Beide' },
    },
    domainProof: {
      title: 'Domänen der Kunden',
      description: 'Microsoft Graph weiß, welchem Kunden die Web- oder E-Mail-Domäne einer Firma gehört: Das beweist mehr als ein Name. Die App braucht dafür die Berechtigung CrossTenantInformation.ReadBasic.All. Ohne Auswahl: wird nicht abgefragt.',
      choices: { none: 'Nicht abfragen', graph: 'Bei Microsoft Graph abfragen' },
    },
    clientSecret: { title: 'Geheimer Clientschlüssel', description: 'Der Wert, den Microsoft Entra einmal zeigt: App-Registrierungen > Ihre App > Zertifikate & Geheimnisse. Mit einem Zertifikat nicht nötig.' },
    certificate: { title: 'Zertifikat', description: 'Anstelle eines geheimen Clientschlüssels: ein PEM-Text mit dem für die App registrierten Zertifikat und seinem unverschlüsselten privaten Schlüssel.' },
    refreshToken: { title: 'Aktualisierungstoken (nur für App+User)', description: 'Optional. Wo Partner Center nach einer angemeldeten Person verlangt: das Aktualisierungstoken ihrer Anmeldung. Es wird bei jeder Verwendung erneuert und behalten.' },
  },
  connectWise: {
    site: { title: 'Website', description: 'Wo Sie sich bei ConnectWise PSA anmelden: der Host der Adresse.' },
    companyId: { title: 'Firmen-ID', description: 'Die Firmen-ID (Company), die Sie auf der Anmeldeseite eingeben.' },
    clientId: { title: 'Client-ID', description: 'Ihrer Integration, von developer.connectwise.com/ClientId.' },
    tenantIdField: { title: 'Eigenes Feld für die Mandanten-ID', description: 'Optional. Die Beschriftung eines Textfelds von Firmen, in dem die Microsoft-Mandanten-ID gespeichert werden darf. Legen Sie es zuerst in ConnectWise an.' },
    publicKey: { title: 'Öffentlicher Schlüssel', description: 'Eines API-Mitglieds: System > Members > API Members > API Keys.' },
    privateKey: { title: 'Privater Schlüssel', description: 'Wird einmal angezeigt, wenn der Schlüssel erstellt wird.' },
  },
  haloPsa: {
    baseUrl: { title: 'Adresse', description: 'Wo Sie sich bei HaloPSA anmelden.' },
    tenant: { title: 'Name der Instanz (Tenant)', description: 'Optional. Nur für gehostete Instanzen, die ihn nicht selbst mitteilen: Er steht unter Configuration > Integrations > Halo PSA API.' },
    tenantIdField: { title: 'Eigenes Feld für die Mandanten-ID', description: 'Optional. Der Name eines Textfelds von Kunden (Clients), in dem die Microsoft-Mandanten-ID gespeichert werden darf. Legen Sie es zuerst in HaloPSA an.' },
    clientId: { title: 'Client-ID', description: 'Einer Anwendung vom Typ „Client ID and Secret (Services)“: Configuration > Integrations > Halo PSA API.' },
    clientSecret: { title: 'Geheimer Clientschlüssel', description: 'Wird einmal angezeigt, wenn die Anwendung angelegt wird.' },
  },
  autotask: {
    userName: { title: 'Benutzername', description: 'Eines reinen API-Benutzers: Admin > Resources/Users. Er sieht wie eine E-Mail-Adresse aus.' },
    tenantIdField: { title: 'Benutzerdefiniertes Feld für die Mandanten-ID', description: 'Optional. Der Name eines Textfelds von Firmen, in dem die Microsoft-Mandanten-ID gespeichert werden darf. Legen Sie es zuerst in Autotask an.' },
    ownerResourceId: { title: 'Besitzer neuer Firmen', description: 'Optional. Die ID der Ressource, der Firmen gehören, die diese App anlegt, wo Autotask eine verlangt.' },
    zoneLookup: { title: 'Zonenabfrage', description: 'Optional. Nur für Vorabversionen: die Adresse, die sagt, in welcher Zone Ihre Datenbank liegt.' },
    secret: { title: 'Geheimnis', description: 'Das Kennwort des reinen API-Benutzers: das Feld Secret unter Credentials.' },
    integrationCode: { title: 'Tracking-ID', description: 'Der Integration, beim reinen API-Benutzer unter API Tracking Identifier angezeigt.' },
  },
  csv: {
    id: { title: 'Spalte der ID', description: 'Die Überschrift über der ID: eine, die in jeder Datei gleich bleibt, wie die Kundennummer.' },
    name: { title: 'Spalte des Namens', description: 'Die Überschrift über dem Namen der Firma.' },
    website: { title: 'Spalte der Website', description: 'Optional. Die Überschrift über der Website oder Domäne.' },
    email: { title: 'Spalte der E-Mail-Adressen', description: 'Optional. Die Überschrift über E-Mail-Adressen oder ihren Domänen; mehrere in einer Zelle sind möglich.' },
    city: { title: 'Spalte des Ortes', description: 'Optional. Die Überschrift über dem Ort.' },
    phone: { title: 'Spalte der Telefonnummer', description: 'Optional. Die Überschrift über der Telefonnummer.' },
    status: { title: 'Spalte des Status', description: 'Optional. Die Überschrift über aktiv und inaktiv.' },
    type: { title: 'Spalte des Typs', description: 'Optional. Die Überschrift über der Art der Firma.' },
    tenantId: { title: 'Spalte der Microsoft-Mandanten-ID', description: 'Optional. Die Überschrift über Mandanten-IDs, die Sie schon kennen.' },
  },
};
