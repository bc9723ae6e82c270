import type { z } from 'zod';
import { remark } from '../../domain/remark.js';
import type { HttpResponse } from '../../runtime/httpClient.js';
import { readPages, type Page, type Reading } from '../../runtime/readPages.js';
import { answerFailure, readAnswer, readRows } from '../../runtime/sourceAnswer.js';
import type { SourceTools } from '../../runtime/sourceTools.js';
import { createTokenSource, sendWithToken } from '../../runtime/tokenSource.js';
import type { HaloPsaSecretName, HaloPsaSettings } from './settings.js';
import type { PsaAccess } from '../psaAdapter.js';
import { fetchHaloPsaToken, system } from './signIn.js';

export type HaloPsaAccess = PsaAccess<HaloPsaSettings, HaloPsaSecretName>;

export type HaloPsaList<Row> = {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly page: z.ZodType<{ readonly recordCount: number; readonly rows: readonly unknown[] }>;
  readonly row: z.ZodType<Row>;
  readonly signal: AbortSignal | undefined;
  readonly onPage?: (count: number, recordCount: number) => void;
};

/** `recordCount`: the server's own, as the last page told it. `hasShrunk`: rows went away meanwhile, so that others may have slipped to a page already read. */
export type CountedReading<Row> = Reading<Row> & { readonly recordCount: number; readonly hasShrunk: boolean };

export type HaloPsaClient = {
  /** One record; undefined when there is none. */
  getOne<Answer>(path: string, asked: { readonly query: Readonly<Record<string, string>>; readonly schema: z.ZodType<Answer>; readonly signal: AbortSignal | undefined }): Promise<Answer | undefined>;
  /** Never sent twice. */
  post(path: string, body: unknown, signal: AbortSignal | undefined): Promise<HttpResponse>;
  /** How many rows a list has, from its first page. */
  countRows(list: Pick<HaloPsaList<unknown>, 'path' | 'query' | 'page' | 'signal'>): Promise<number>;
  /** The rows of a list's first page, which is short. */
  readFirst<Row>(list: HaloPsaList<Row>): Promise<readonly Row[]>;
  readList<Row extends { readonly id: string }>(list: HaloPsaList<Row>): Promise<CountedReading<Row>>;
};

/** The server may give no more than that, whatever it is asked. */
const pageSize = 100;
const firstRows = 10;

export function createHaloPsaClient({ psaConnectionId, settings, secrets }: HaloPsaAccess, { http, clock }: SourceTools): HaloPsaClient {
  const tokens = createTokenSource(clock, () => fetchHaloPsaToken(http, settings, secrets, psaConnectionId));
  const where = 'Configuration > Integrations > Halo PSA API';
  const remarks = {
    unauthorized: remark(`HaloPSA does not accept the application of connection "${psaConnectionId}". Check that it is active and of type "Client ID and Secret (Services)".`, { code: 'connection-refused', system, connection: psaConnectionId, where }),
    forbidden: remark(`The agent of connection "${psaConnectionId}" has no right to read clients in HaloPSA. Give it the permission to view customers.`, { code: 'connection-lacks-right', system, connection: psaConnectionId, right: 'Customers: view' }),
  };

  async function askPage({ path, query, page, signal }: Omit<HaloPsaList<unknown>, 'row'>, pageNo: number, size: number) {
    const url = `${settings.baseUrl}${path}?${new URLSearchParams({ pageinate: 'true', page_no: String(pageNo), page_size: String(size), order: 'id', ...query }).toString()}`;
    const response = await sendWithToken(http, tokens, { url, headers: { accept: 'application/json' }, signal });
    if (response.status !== 200) throw answerFailure(response, system, remarks);
    return readAnswer(response, page, system);
  }

  async function readList<Row extends { readonly id: string }>(list: HaloPsaList<Row>): Promise<CountedReading<Row>> {
    const { row, onPage } = list;
    const ids = new Set<string>();
    let recordCount = 0;
    let hasShrunk = false;

    async function readPage(pageNo: number): Promise<Page<Row, number>> {
      const answer = await askPage(list, pageNo, pageSize);
      hasShrunk ||= answer.recordCount < recordCount;
      recordCount = answer.recordCount;
      const found = readRows(answer.rows, row);
      for (const { id } of found.items) ids.add(id);
      // Pages are as long as the server likes, so only its count or an empty page is the end.
      const isEnd = answer.rows.length === 0 || ids.size >= recordCount;
      return { ...found, next: isEnd ? null : pageNo + 1 };
    }

    const reading = await readPages({ system, first: 1, readPage, keyOf: String, idOf: ({ id }) => id, onPage: (count) => onPage?.(count, recordCount) });
    return { ...reading, recordCount, hasShrunk };
  }

  async function getOne<Answer>(path: string, { query, schema, signal }: { readonly query: Readonly<Record<string, string>>; readonly schema: z.ZodType<Answer>; readonly signal: AbortSignal | undefined }): Promise<Answer | undefined> {
    const response = await sendWithToken(http, tokens, { url: `${settings.baseUrl}${path}?${new URLSearchParams(query).toString()}`, headers: { accept: 'application/json' }, signal });
    if (response.status === 404) return undefined;
    if (response.status !== 200) throw answerFailure(response, system, remarks);
    return readAnswer(response, schema, system);
  }

  async function post(path: string, body: unknown, signal: AbortSignal | undefined): Promise<HttpResponse> {
    const response = await sendWithToken(http, tokens, { url: `${settings.baseUrl}${path}`, method: 'POST', headers: { accept: 'application/json', 'content-type': 'application/json' }, body: JSON.stringify(body), signal });
    if (response.status === 200 || response.status === 201) return response;
    throw answerFailure(response, system, { ...remarks, forbidden: remark(`The agent of connection "${psaConnectionId}" has no right to change clients in HaloPSA. Give it the permission to edit customers.`, { code: 'connection-lacks-right', system, connection: psaConnectionId, right: 'Customers: edit' }) });
  }

  return { getOne, post, readFirst: async (list) => readRows((await askPage(list, 1, firstRows)).rows, list.row).items, countRows: async (list) => (await askPage(list, 1, 1)).recordCount, readList };
}
