import type { CompanyId } from '../../domain/ids.js';
import { AppError, toAppError } from '../../runtime/errors.js';
import { readAnswer } from '../../runtime/sourceAnswer.js';
import type { SourceTools } from '../../runtime/sourceTools.js';
import type { CompanyCreator, NewCompany, TenantIdWriter } from '../psaAdapter.js';
import type { ConnectWiseAccess, ConnectWiseClient } from './client.js';
import { leftOut, readTypesAndStatuses, type TypesAndStatuses } from './companyKinds.js';
import { quoted } from './conditions.js';
import { system } from './discovery.js';
import { toCompany } from './mapper.js';
import { readWholeTable } from './readTable.js';
import { companiesPath, companyFields, companyRow, notDeleted } from './schema.js';

const longestName = 50;
/** The shorter of the two limits that versions have. */
const longestIdentifier = 25;
const mostIdentifiersTried = 20;

export function createCompanyCreator(client: ConnectWiseClient, { psaConnectionId, participation }: ConnectWiseAccess, { logger }: SourceTools, tenantIdWriter: TenantIdWriter | undefined): CompanyCreator {
  return {
    async createCompany(company, { signal } = {}) {
      const tables = await readTypesAndStatuses(client, signal);
      const body = { ...present(company, tables), identifier: await freeIdentifier(client, company.name, signal) };
      const row = readAnswer(await client.call(companiesPath, { method: 'POST', body, signal }), companyRow, system);
      const created = toCompany(row, { psaConnectionId, inactiveStatusIds: leftOut(tables, participation).statusIds, emailDomains: new Map() });
      if (!tenantIdWriter || !company.tenantId) return created;
      try {
        await tenantIdWriter.storeTenantId(row.id as CompanyId, company.tenantId, { signal });
        return { ...created, tenantIds: [company.tenantId] };
      } catch (error) {
        // The company is there: whoever asked must not ask again.
        logger.warn({ psaConnectionId, code: toAppError(error).code }, 'ConnectWise company created without its tenant id');
        return created;
      }
    },
    async findByName(name, { signal } = {}) {
      const { statusIds } = leftOut(await readTypesAndStatuses(client, signal), participation);
      const conditions = `${notDeleted} and name=${quoted(name.slice(0, longestName))}`;
      const rows = await readWholeTable(client, 'companies of that name', { path: companiesPath, conditions, fields: companyFields, schema: companyRow, signal });
      return rows.map((row) => toCompany(row, { psaConnectionId, inactiveStatusIds: statusIds, emailDomains: new Map() }));
    },
  };
}

function present({ name, website, phone, addressLine, city, typeId }: NewCompany, { types, statuses }: TypesAndStatuses): object {
  const usual = statuses.filter(({ inactiveFlag }) => !inactiveFlag);
  const customers = types.filter(({ vendorFlag }) => !vendorFlag);
  const status = usual.find(({ defaultFlag }) => defaultFlag) ?? usual[0];
  const type = typeId ?? (customers.find(({ defaultFlag }) => defaultFlag) ?? customers[0])?.id;
  const texts = { name: name.slice(0, longestName), website, phoneNumber: phone, addressLine1: addressLine, city };
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')),
    site: { name: 'Main' },
    ...(status && { status: { id: Number(status.id) } }),
    ...(type !== undefined && { types: [{ id: Number(type) }] }),
  };
}

/** Identifiers are unique: letters and digits of the name, and a number where those are taken. */
async function freeIdentifier(client: ConnectWiseClient, name: string, signal: AbortSignal | undefined): Promise<string> {
  const letters = name.normalize('NFKD').replace(/[^A-Za-z0-9]/g, '') || 'Company';
  for (let attempt = 1; attempt <= mostIdentifiersTried; attempt += 1) {
    const suffix = attempt === 1 ? '' : String(attempt);
    const identifier = letters.slice(0, longestIdentifier - suffix.length) + suffix;
    if ((await client.countRows(companiesPath, `identifier=${quoted(identifier)}`, signal)) === 0) return identifier;
  }
  throw new AppError('bad-request', `${system}: no free identifier`, { sentence: 'ConnectWise has many companies whose identifiers begin with this name. Create the company in ConnectWise.', facts: [{ code: 'identifiers-used-up', system }] });
}
