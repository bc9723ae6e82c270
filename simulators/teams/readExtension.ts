import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { ExtensionManifest } from './wire.js';

const command = z.object({ id: z.string(), type: z.enum(['query', 'action']), title: z.string(), description: z.string(), context: z.array(z.string()), parameters: z.array(z.object({ name: z.string(), description: z.string() })).default([]) });
const manifestSchema = z.object({ composeExtensions: z.array(z.object({ commands: z.array(command), messageHandlers: z.array(z.object({ value: z.object({ domains: z.array(z.string()) }) })).default([]) })).min(1) });

/** What Teams knows of the app's message extension: its searches, its actions on messages, and whose links it unfolds. `tabDomain` fills the manifest's blank. */
export function readExtension(tabDomain: string, file = new URL('../../appPackage/manifest.json', import.meta.url)): ExtensionManifest {
  const [extension] = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).composeExtensions;
  const { commands = [], messageHandlers = [] } = extension ?? {};
  return {
    searches: commands.filter(({ type }) => type === 'query').map(({ id, title, parameters: [parameter] }) => ({ id, title, parameter: parameter?.name ?? '', hint: parameter?.description ?? '' })),
    messageActions: commands.filter(({ type, context }) => type === 'action' && context.includes('message')).map(({ id, title }) => ({ id, title })),
    linkDomains: messageHandlers.flatMap(({ value }) => value.domains).map((domain) => domain.replace('${{TAB_DOMAIN}}', tabDomain)),
  };
}
