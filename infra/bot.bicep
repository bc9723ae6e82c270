// The registration that Teams' channel knows the bot by.
@description('Unique name of the registration.')
param botName string
@description('Client id of the app registration or of the managed identity.')
param botId string
@description('Its tenant.')
param botTenantId string
@description('Host name, without https://, of the server.')
param botDomain string
@allowed(['SingleTenant', 'UserAssignedMSI'])
param botType string
@description('Resource id of the managed identity; empty for SingleTenant.')
param identityResourceId string = ''
@maxLength(42)
param displayName string = 'Tenant Mapper'

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: botName
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: displayName
    endpoint: 'https://${botDomain}/api/messages'
    msaAppId: botId
    msaAppTenantId: botTenantId
    msaAppType: botType
    msaAppMSIResourceId: empty(identityResourceId) ? null : identityResourceId
    disableLocalAuth: true
  }
}

resource teamsChannel 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true, acceptedTerms: true }
  }
}
