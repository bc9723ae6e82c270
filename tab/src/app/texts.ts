import { inEveryLanguage, type Words } from './words.js';

/** Texts of the frame around the pages. */
const english = {
  loading: 'Loading…',
  loadingSession: 'Signing you in…',
  outsideTitle: 'Open this in Microsoft Teams',
  outsideText: 'Tenant Mapper runs inside Microsoft Teams, which signs you in. Open Teams, choose Apps, and look for Tenant Mapper.',
  signedOutTitle: 'You are not signed in',
  signInAgain: 'Sign in again',
  consentTitle: 'One step before you start',
  consentText: 'Tenant Mapper needs your permission to learn who you are: your name and e-mail address, as Microsoft Teams knows them. It shows them beside what you decide, and reads nothing else of yours.',
  consentAction: 'Allow',
  consentByAdmin: 'If your organization lets administrators alone agree, ask one of them to allow Tenant Mapper for everybody.',
  consentDeclined: 'Without this permission Tenant Mapper can not be used. You can allow it at any time.',
  consentFailed: 'Microsoft Teams could not ask you. Please try again; if it goes on, ask an administrator of your organization.',
  notAllowedTitle: 'You have no access yet',
  errorTitle: 'This page could not be loaded',
  crashTitle: 'This page stopped working',
  crashText: 'Nothing that was saved is lost. Reload the page to go on.',
  reload: 'Reload',
  tryAgain: 'Try again',
  requestId: (id: string) => `Reference for support: ${id}`,
  readOnly: 'You can look, but not change anything: your role is Viewer. Ask an administrator of the app for the Mapper role.',
  dismiss: 'Dismiss',
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  back: 'Back to Company page',
  copyId: (of: string) => `Copy tenant id of ${of}`,
  copied: (of: string) => `Tenant id of ${of} copied.`,
  justNow: 'just now',
  copyFailed: 'This device does not allow copying here. Select the id and copy it by hand.',
};

export type Texts = Words<typeof english>;
export const texts = inEveryLanguage(english, { de: () => import('./texts.de.js'), fr: () => import('./texts.fr.js'), nl: () => import('./texts.nl.js'), es: () => import('./texts.es.js') });
