import { app, authentication } from '@microsoft/teams-js';

/** What the tab needs of Microsoft Teams. */
export type TeamsHost = {
  readonly theme: string;
  /** As Teams names it, such as `en-us`. */
  readonly locale: string;
  /** Where a deep link points; '' when none. */
  readonly subPageId: string;
  /** Never opens a window: rejects where the person has to agree or to sign in first. */
  getToken(): Promise<string>;
  /** Lets Teams ask the person; call it from a click only. */
  signIn(): Promise<void>;
  onThemeChange(listener: (theme: string) => void): void;
  /** Asks anew; undefined when Teams does not answer. Teams tells apps of no change of language. */
  readLocale(): Promise<string | undefined>;
  /** Tells Teams that the page can be shown, or why it can't. */
  notifyLoaded(): void;
  notifyFailed(message: string): void;
  /** Opens an https address outside the tab. */
  openLink(url: string): void;
};

/** Undefined outside Teams: at top level teams-js rejects, in a foreign frame it never answers. */
export async function connectToTeams(timeoutMs: number): Promise<TeamsHost | undefined> {
  try {
    return await withTimeout(connect(), timeoutMs);
  } catch {
    return undefined;
  }
}

async function connect(): Promise<TeamsHost> {
  await app.initialize();
  const context = await app.getContext();
  return {
    theme: context.app.theme,
    locale: context.app.locale,
    subPageId: context.page.subPageId ?? '',
    getToken: () => authentication.getAuthToken({ silent: true }),
    signIn: async () => {
      await authentication.getAuthToken({ silent: false });
    },
    onThemeChange: (listener) => {
      app.registerOnThemeChangeHandler(listener);
    },
    readLocale: () =>
      app.getContext().then(
        ({ app: { locale } }) => locale,
        () => undefined,
      ),
    // A host that takes no such notice shows the page all the same.
    notifyLoaded: () => void app.notifySuccess().catch(() => undefined),
    notifyFailed: (message) => app.notifyFailure({ reason: app.FailedReason.Other, message }),
    openLink: (url) => {
      app.openLink(url).catch(() => window.open(url, '_blank', 'noopener,noreferrer'));
    },
  };
}

async function withTimeout<Value>(work: Promise<Value>, timeoutMs: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Teams did not answer')), timeoutMs);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
