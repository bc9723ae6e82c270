import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { parseOrgId, parseUserId } from '../../services/domain/ids.js';
import type { Caller } from '../../services/domain/organization.js';
import type { Config } from '../../services/runtime/config.js';
import { AppError } from '../../services/runtime/errors.js';
import { roleOf } from '../gates/roles.js';
import { shorten } from './cards/card.js';
import { messageWords } from './cards/messageWords.js';
import { ChatRefusal } from './language/chatRefusal.js';
import { languageOf } from './language/language.js';

const channelData = z.object({ tenant: z.object({ id: z.string() }) });

/** Who wrote or clicked, from an activity whose token was verified. AppError `not-allowed` for strangers and for people without a role. */
export function callerOf(activity: Partial<Activity>, config: Pick<Config, 'organization' | 'people' | 'defaultRole'>, requestId: string): Caller {
  const orgId = parseOrgId(channelData.safeParse(activity.channelData).data?.tenant.id ?? '');
  const userId = parseUserId(activity.from?.aadObjectId ?? '');
  if (!orgId || orgId !== config.organization.orgId || !userId) throw new AppError('not-allowed', 'the activity names no person of the organization');
  const role = roleOf(config, userId);
  if (!role) throw new ChatRefusal('not-allowed', 'the person has no role', messageWords[languageOf(activity.locale)].noRole);
  return { orgId, person: { userId, name: shorten(activity.from?.name ?? '', 100) || userId }, role, via: 'chat', requestId };
}
