import { AppError } from '../../runtime/errors.js';
import type { HttpClient } from '../../runtime/httpClient.js';
import { readAnswer } from '../../runtime/sourceAnswer.js';
import { explain, isFinal, system } from './refusal.js';
import { zoneInformation } from './schema.js';
import { zoneLookupOf, type AutotaskSettings } from './settings.js';

/** The version is fixed: a newer one is listed that does not answer. */
const version = 'V1.0/';

/** The API's root in the zone where the user's database is; ends in a slash. Needs no credentials. */
export async function findZone(http: HttpClient, settings: AutotaskSettings, connection: string, signal: AbortSignal | undefined): Promise<string> {
  const lookup = zoneLookupOf(settings);
  const response = await http.send({ url: `${lookup}/ATServicesRest/${version}zoneInformation?user=${encodeURIComponent(settings.userName)}`, headers: { accept: 'application/json' }, isFinal, signal });
  if (response.status !== 200) throw explain(response, connection);
  return `${trustedZone(readAnswer(response, zoneInformation, system).url, lookup).replace(/\/*$/, '/')}${version}`;
}

/** The lookup chooses where our secret goes, so only Autotask's hosts, or that of the lookup itself, are accepted. */
function trustedZone(text: string, lookup: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isTrusted = url && !url.username && !url.password && (url.origin === lookup || (url.protocol === 'https:' && !url.port && url.hostname.endsWith('.autotask.net')));
  if (isTrusted) return `${url.origin}${url.pathname}`;
  const named = url?.host ?? 'no address';
  throw new AppError('source-blocked', `${system}: the zone lookup names ${named}`, { sentence: `Autotask's zone lookup names "${named}", which is not one of Autotask's hosts.`, facts: [{ code: 'address-foreign', system, host: named }] });
}
