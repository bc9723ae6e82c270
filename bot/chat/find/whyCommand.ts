import type { CompanyView, TenantRow } from '../../../services/index.js';
import { findTenantRows } from '../addCompany/findTenantRows.js';
import type { ChatTools, Command, Turn } from '../chatTools.js';
import { countText, formatDay, formatList, formatPercent } from '../language/formats.js';
import { doubtSentences, evidenceSentences } from '../language/matchWords.js';
import { readCase } from '../review/tenantCase.js';
import { reviewWords } from '../review/reviewWords.js';
import { askNameCard, whyCard, type Explained } from './findCards.js';
import { findWords } from './findWords.js';

const shownTenants = 3;
const shownCompanies = 3;
/** "why is Nordwind missing" */
const tail = /\s+(?:missing|not linked|linked|matched|fehlt|manque|ontbreekt|falta)$/i;

/** "why NAME": what hides it, why it was linked, or why nothing is proposed for it. */
export function whyCommand(tools: ChatTools): Omit<Command, 'name'> {
  const { services } = tools;
  return {
    role: 'viewer',
    async run(turn, argument) {
      const { caller, language } = turn;
      const query = argument.replace(tail, '');
      if (query === '') return askNameCard(language, 'why');
      const [rows, { companies }, missing] = await Promise.all([services.listTenants(caller), services.searchCompanies(caller, { query, limit: shownCompanies }), services.findMissing(caller, { query })]);
      const tenants = findTenantRows(rows, { query, partnerAccountId: '', showAlreadyAdded: true, likeName: '' }).slice(0, shownTenants);
      const explained = [
        ...(await Promise.all(tenants.map((row) => explainTenant(tools, turn, row)))),
        ...companies.map((company) => explainCompany(turn, company)),
        ...missing.findings.filter(({ kind }) => kind === 'held-back').slice(0, shownCompanies).map(({ name, detail, why }): Explained => ({ name, detail, sentences: language === 'en' ? why.map(({ sentence }) => sentence) : [findWords[language].heldBack] })),
      ];
      const doubtful = missing.sources.filter(({ health }) => health.state !== 'complete' && health.state !== 'syncing').map(({ name }) => name);
      const lists = doubtful.length > 0 ? findWords[language].listsWithGaps(formatList(language, doubtful.slice(0, 6))) : explained.length === 0 ? findWords[language].notListed : '';
      return whyCard(language, query.slice(0, 60), { explained, lists, open: tenants.find(({ units }) => units.every((unit) => unit.links.length === 0)) });
    },
  };
}

async function explainTenant(tools: ChatTools, turn: Turn, row: TenantRow): Promise<Explained> {
  const { caller, language } = turn;
  const words = findWords[language];
  const day = (at: string) => formatDay(language, new Date(at));
  const explain = (sentences: readonly string[]): Explained => ({ name: row.name, detail: row.domain, sentences });
  const { mappings } = await tools.services.listMappings(caller, { query: row.tenantId, limit: 100, offset: 0 });
  const links = mappings.filter(({ tenantId }) => tenantId === row.tenantId);
  if (links.length > 0) return explain(links.flatMap(({ companyName, decidedBy, decidedAt, evidence }) => [words.linkedBy(companyName, decidedBy.name, day(decidedAt)), ...(evidence.length > 0 ? [words.because, ...evidenceSentences(language, evidence)] : [words.noReasons])]));
  const found = await readCase(tools, turn, row.tenantId);
  if (found?.draft?.ignored) return explain([words.ignoredBy(found.draft.ignored.decidedBy.name, day(found.draft.ignored.decidedAt)), found.draft.ignored.reason].filter((text) => text !== ''));
  const chosen = found?.draft?.choice ? [words.chosenBy(found.draft.choice.decidedBy.name, found.draft.choice.company.name)] : [];
  const [best] = found?.candidates ?? [];
  if (!found || !best) return explain([...chosen, words.unmatched]);
  const sure = reviewWords[language].sure(formatPercent(language, best.confidence.score));
  const reasons = evidenceSentences(language, best.evidence);
  if (found.kind === 'matched') return explain([...chosen, words.proposed(best.company.name, sure), ...reasons]);
  return explain([...chosen, words.needsReview, ...doubtSentences(language, found.doubts), `${best.company.name} (${sure}): ${reasons.join(' ')}`]);
}

function explainCompany({ language }: Turn, { name, city, companyId, psaName, isActive, tenantCount }: CompanyView): Explained {
  const words = findWords[language];
  const sentences = [...(isActive ? [] : [words.inactive]), ...(tenantCount > 0 ? [] : isActive ? [words.canBeChosen] : [])];
  return { name, detail: [city, `#${companyId}`, psaName, tenantCount === 0 ? '' : countText(language, tenantCount, words.tenantCount)].filter((text) => text !== '').join(' · '), sentences };
}
