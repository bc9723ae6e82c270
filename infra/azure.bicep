// Everything that one deployment of Tenant Mapper needs. Outputs are written to env/.env.<environment>.
@description('Part of every name: 3 to 12 small letters and digits.')
@minLength(3)
@maxLength(12)
param suffix string
param location string = resourceGroup().location
@description('The Teams app\'s id, as in its manifest.')
param teamsAppId string
@description('Client id of the app registration for single sign-on.')
param tabClientId string
@description('Where "Connect licenses to billing profile" leads; empty for none.')
param nextStepUrl string = ''
@description('Environment variables that settings.json names under "secrets", separated by commas. Put each into the Key Vault under its name with "-" for "_".')
param connectionSecrets string = ''
@description('B1 is enough for one organization.')
param planSku string = 'B1'

var baseName = 'tenantmapper-${suffix}'
var storageSecretName = 'MONGODB-URI'
// Key Vault Secrets User
var secretsUserRole = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
// Key Vault Crypto User
var cryptoUserRole = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '12338af0-0e6e-4776-bea7-57ae8d297424')
var connectionSecretNames = filter(map(split(connectionSecrets, ','), name => trim(name)), name => !empty(name))
var connectionSecretSettings = toObject(connectionSecretNames, name => name, name => '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/${replace(name, '_', '-')})')

// The app's only identity: it reads the Key Vault and signs in as the bot. It has no password.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${baseName}-id'
  location: location
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'tm-${suffix}-${take(uniqueString(resourceGroup().id), 6)}'
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource vaultReader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, secretsUserRole)
  scope: vault
  properties: {
    roleDefinitionId: secretsUserRole
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// Wraps the data keys of the connections that people add in the app. It never leaves the vault; its versions may be rotated there.
resource secretsKey 'Microsoft.KeyVault/vaults/keys@2023-07-01' = {
  parent: vault
  name: 'tenant-mapper'
  properties: {
    kty: 'RSA'
    keySize: 3072
    keyOps: ['wrapKey', 'unwrapKey']
  }
}

resource secretsKeyUser 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(secretsKey.id, identity.id, cryptoUserRole)
  scope: secretsKey
  properties: {
    roleDefinitionId: cryptoUserRole
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts@2024-05-15' = {
  name: '${baseName}-db'
  location: location
  kind: 'MongoDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    apiProperties: { serverVersion: '7.0' }
    capabilities: [{ name: 'EnableMongo' }, { name: 'EnableServerless' }]
    consistencyPolicy: { defaultConsistencyLevel: 'Strong' }
    locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: false }]
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: 'Continuous30Days' } }
    minimalTlsVersion: 'Tls12'
  }
}

resource storageSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: storageSecretName
  properties: {
    value: replace(database.listConnectionStrings().connectionStrings[0].connectionString, '/?', '/tenantmapper?')
  }
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${baseName}-plan'
  location: location
  kind: 'linux'
  sku: { name: planSku }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: baseName
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identity.id
    siteConfig: {
      linuxFxVersion: 'NODE|22-lts'
      appCommandLine: 'node dist/bot/index.js'
      alwaysOn: true
      http20Enabled: true
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      healthCheckPath: '/readyz'
    }
  }
}

// Names as in services/runtime/config.ts; .env.example says what each is for. IDENTITY_ENDPOINT and IDENTITY_HEADER come from App Service itself.
resource settings 'Microsoft.Web/sites/config@2023-12-01' = {
  parent: app
  name: 'appsettings'
  dependsOn: [vaultReader, secretsKeyUser]
  properties: union(
    {
      HOST: '0.0.0.0'
      PORT: '8080'
      LOG_LEVEL: 'info'
      TEAMS_APP_ID: teamsAppId
      TAB_CLIENT_ID: tabClientId
      BOT_ID: identity.properties.clientId
      BOT_TENANT_ID: identity.properties.tenantId
      BOT_TYPE: 'UserAssignedMSI'
      SETTINGS_FILE: 'settings.json'
      SECRETS_KEY_VAULT_KEY: secretsKey.properties.keyUri
      MONGODB_URI: '@Microsoft.KeyVault(SecretUri=${vault.properties.vaultUri}secrets/${storageSecret.name})'
      SCM_DO_BUILD_DURING_DEPLOYMENT: 'true'
      CUSTOM_BUILD_COMMAND: 'npm ci --omit=dev'
    },
    empty(nextStepUrl) ? {} : { NEXT_STEP_URL: nextStepUrl },
    connectionSecretSettings
  )
}

module bot 'bot.bicep' = {
  name: 'tenant-mapper-bot'
  params: {
    botName: '${baseName}-bot'
    botId: identity.properties.clientId
    botTenantId: identity.properties.tenantId
    botDomain: app.properties.defaultHostName
    botType: 'UserAssignedMSI'
    identityResourceId: identity.id
  }
}

output TAB_DOMAIN string = app.properties.defaultHostName
output BOT_ID string = identity.properties.clientId
output APP_SERVICE_ID string = app.id
output KEY_VAULT_NAME string = vault.name
