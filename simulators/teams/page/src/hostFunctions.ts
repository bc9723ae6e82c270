import type { HostSession, TeamsPerson } from '../../wire.js';
import type { AnswerFrame } from './frameHost.js';
import { getSsoToken } from './hostClient.js';

export type Theme = 'default' | 'dark' | 'contrast' | 'glass';
/** `asks`: not yet, and will when asked. `declines`: will not. */
export type ConsentAnswer = 'given' | 'asks' | 'declines';
export type Consent = { readonly read: () => ConsentAnswer; readonly give: () => void };
export type TabState = 'loading' | 'loaded' | 'ready' | 'failed';

/** What the answers depend on; read anew for each call. */
export type TabContext = { readonly person: TeamsPerson; readonly theme: Theme; readonly locale: string; readonly pageId: string; readonly subPageId: string };

type Options = {
  readonly session: HostSession;
  readonly context: () => TabContext;
  /** Has the person agreed that the app learns who they are? */
  readonly consent: Consent;
  readonly openLink: (url: string) => boolean;
  readonly navigate: (pageId: string, subPageId: string) => void;
  readonly tell: (state: TabState, why: string) => void;
};

const sdkVersion = '2.58.0';
const runtime = JSON.stringify({
  apiVersion: 4,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  isLegacyTeams: false,
  supports: { pages: { currentApp: {} } },
});

// Calls of which a host makes no more than a note, and which wait for no answer.
const oneWay = new Set(['registerHandler', 'setFrameContext', 'shareDeepLink', 'returnFocus', 'readyToUnload', 'settings.setValidityState', 'hostEntity.tab.reload']);

/** The host's side of teams-js. Functions that are not simulated are refused, so that no caller waits for ever. */
export function makeHostFunctions({ session, context, consent, openLink, navigate, tell }: Options): AnswerFrame {
  return async (func, args) => {
    switch (func) {
      case 'initialize':
        return ['content', 'web', runtime, sdkVersion];
      case 'getContext':
        return [describeContext(session, context())];
      case 'authentication.getAuthToken':
        if (consent.read() !== 'given') {
          const isSilent = args[2] === true;
          if (isSilent || consent.read() === 'declines') return [false, isSilent ? 'resourceRequiresConsent' : 'CancelledByUser'];
          consent.give();
        }
        return [true, await getSsoToken(context().person.userId)];
      case 'appInitialization.appLoaded':
        tell('loaded', '');
        return undefined;
      case 'appInitialization.success':
        tell('ready', '');
        return [];
      case 'appInitialization.failure':
      case 'appInitialization.expectedFailure':
        tell('failed', args.filter((arg) => typeof arg === 'string').join(': '));
        return undefined;
      case 'executeDeepLink':
        return openLink(asText(args[0])) ? [true] : [false, 'This link can not be opened.'];
      case 'pages.navigateToApp':
        return goToApp(session.app.teamsAppId, args[0], navigate);
      case 'pages.currentApp.navigateTo':
        return goTo(args[0], navigate);
      case 'pages.currentApp.navigateToDefaultPage':
        navigate('', '');
        return [true];
      case 'settings.getSettings':
        return [{ entityId: context().pageId, contentUrl: `${location.origin}/tab/` }];
      default:
        return oneWay.has(func) ? undefined : [false, `The Teams simulator does not support ${func}.`];
    }
  };
}

/** In the flat shape that teams-js turns into its `app.Context`. */
function describeContext({ app, orgId }: HostSession, { person, theme, locale, pageId, subPageId }: TabContext): Record<string, unknown> {
  return {
    appId: app.teamsAppId,
    theme,
    locale,
    hostName: 'Teams',
    hostClientType: 'web',
    frameContext: 'content',
    entityId: pageId,
    subEntityId: subPageId,
    userObjectId: person.userId,
    userDisplayName: person.name,
    tid: orgId,
    isFullScreen: false,
    isMultiWindow: false,
    sessionId: 'simulated',
    appSessionId: 'simulated',
  };
}

function goToApp(ownAppId: string, params: unknown, navigate: Options['navigate']): readonly unknown[] {
  const { appId } = asRecord(params);
  if (asText(appId).toLowerCase() !== ownAppId.toLowerCase()) return [false, 'The simulator hosts this app only.'];
  return goTo(params, navigate);
}

function goTo(params: unknown, navigate: Options['navigate']): readonly unknown[] {
  const { pageId, subPageId } = asRecord(params);
  navigate(asText(pageId), asText(subPageId));
  return [true];
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const asRecord = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {});
