import { z } from 'zod';
import { parseGuid } from '../../services/domain/ids.js';

const id = z.string().min(1).max(1_000);
const guid = z.string().refine((text) => parseGuid(text) !== undefined, { error: 'must be a GUID' });
const account = z.looseObject({ id, aadObjectId: guid.optional() });

const common = z.looseObject({
  id: id.optional(),
  channelId: z.literal('msteams'),
  serviceUrl: z.url().max(1_000),
  recipient: z.looseObject({ id }),
  from: account,
  conversation: z.looseObject({ id, tenantId: guid }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: guid }) }),
});
const byPerson = { id, from: account.extend({ aadObjectId: guid }) };

/** What Teams sends. Only the fields that the gates and the bot rely on are checked; the others stay as they came. */
export const incomingActivity = z.discriminatedUnion('type', [
  common.extend({ ...byPerson, type: z.literal('message'), text: z.string().nullish(), textFormat: z.string().nullish() }),
  common.extend({ ...byPerson, type: z.literal('invoke'), name: z.string().min(1).max(200) }),
  // Teams leaves the person's directory id out when the app itself or the service is the one who acts.
  common.extend({ type: z.literal('conversationUpdate') }),
  common.extend({ type: z.literal('installationUpdate') }),
]);
export type IncomingActivity = z.infer<typeof incomingActivity>;
