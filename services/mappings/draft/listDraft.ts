import type { Caller, Person } from '../../domain/organization.js';
import type { MappingPorts } from '../mappingPorts.js';
import { readMappingState } from '../readMappingState.js';
import { draftPresenter, type DraftRowView } from './draftView.js';

/** `version` goes back as `since` with the next look. `savedVersion` counts saves: when it grows, links changed. `people`: who else is on the page. */
export type DraftNews = { version: number; savedVersion: number; rows: DraftRowView[]; people: Person[] };

/** What people decided on the bulk page and did not save yet, or what is new of it since a version; and who else is there. */
export function listDraft(ports: MappingPorts) {
  const { clock, drafts, presence, store } = ports;
  return async (caller: Pick<Caller, 'orgId' | 'person'>, { since }: { readonly since: number }): Promise<DraftNews> => {
    const { orgId, person } = caller;
    presence.seen(orgId, person);
    const people = presence.othersThan(orgId, person);
    const [{ version, rows }, savedVersion] = await Promise.all([drafts.read(orgId), store.mappings.newestVersion(orgId)]);
    // A version ahead of ours is of other data (a restored backup): then everything is news.
    const news = [...rows.values()].filter((row) => row.version > (since > version ? 0 : since));
    if (news.length === 0) return { version, savedVersion, rows: [], people };
    const present = draftPresenter(await readMappingState(ports, orgId), clock.now().toISOString());
    return { version, savedVersion, rows: news.map(present), people };
  };
}
