import { nameInMicrosoft } from './messyNames.js';
import type { MspTenant } from './msp.js';
import { slug, type Organization } from './organizations.js';
import { seedGuid } from './seedGuid.js';
import type { SeededRandom } from './seededRandom.js';
import { garbageNames } from './wordLists.js';

/** `tag` keeps ids apart; the same tag and seed give the same tenant id. */
export function makeTenant(organization: Organization, tag: string, random: SeededRandom): MspTenant {
  const name = random.chance(0.02) ? organization.domain : nameInMicrosoft(organization, random);
  return { tenantId: seedGuid(`tenant/${tag}`), name, domain: domainOf(organization, random), relationship: relationship(random) };
}

/** A second tenant of an organisation that has one: its sandbox or what a merger left. */
export function makeSecondTenant(organization: Organization, tag: string, random: SeededRandom): MspTenant {
  const purpose = random.pick([' - Sandbox', ' (Test)', ' Backup', '']);
  return { tenantId: seedGuid(`tenant/${tag}`), name: `${organization.name}${purpose}`, domain: `${slug(organization.name).slice(0, 20)}${random.pick(['dev', 'test', '2', 'group'])}.onmicrosoft.com`, relationship: relationship(random) };
}

/** A tenant that names nobody. */
export function makeGarbageTenant(at: number, tag: string, random: SeededRandom): MspTenant {
  return { tenantId: seedGuid(`tenant/${tag}`), name: garbageNames[at % garbageNames.length] ?? '', domain: generatedDomain(random), relationship: relationship(random) };
}

/** Three of ten have no domain of their own. */
function domainOf({ name, domain }: Organization, random: SeededRandom): string {
  if (!random.chance(0.3)) return domain;
  const dice = random.next();
  if (dice < 0.3) return generatedDomain(random);
  if (dice < 0.45) return `${initials(name)}${10 + random.below(90)}.onmicrosoft.com`;
  return `${slug(name).slice(0, 27)}.onmicrosoft.com`;
}

function generatedDomain(random: SeededRandom): string {
  return `${random.pick(['netorgft', 'netorg', 'M365x'])}${1_000_000 + random.below(9_000_000)}.onmicrosoft.com`;
}

function initials(name: string): string {
  return name.split(/\s+/).map((word) => slug(word).slice(0, 1)).join('');
}

function relationship(random: SeededRandom): string {
  const dice = random.next();
  return dice < 0.7 ? 'reseller' : dice < 0.94 ? 'advisor' : 'none';
}
