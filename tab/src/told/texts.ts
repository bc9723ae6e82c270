import { inEveryLanguage, type Words } from '../app/words.js';

const english = {
  /** By the code of a failed call. Where the server knows more, its own sentence stands beside it. */
  errors: {
    network: 'The server did not answer. Check the connection and try again.',
    'signed-out': 'Microsoft Teams could not sign you in. Please try again.',
    refused: 'The server refused this.',
    'odd-answer': 'The server gave an answer that this page does not understand. Reload the page; it may be an older version.',
    'bad-request': 'The request could not be understood.',
    'not-signed-in': 'Please sign in again.',
    'not-allowed': 'You do not have the right to do this. Ask an administrator of the app.',
    'not-found': 'This was not found.',
    'not-acceptable-media': 'Only plain JSON is accepted.',
    'too-large': 'The request is too large.',
    'too-many-requests': 'Too many requests. Please wait a moment.',
    'key-reused': 'This was saved before with other choices. Please start again.',
    'nothing-to-undo': 'This can no longer be undone.',
    'source-unauthorized': 'The connected system refused our credentials.',
    'source-forbidden': 'Our account has no right to read this in the connected system.',
    'source-throttled': 'The connected system asks us to slow down. Please try again later.',
    'source-unavailable': 'The connected system does not answer.',
    'source-odd-answer': 'The connected system gave an answer that we do not understand.',
    'source-blocked': 'The connected system named an address that we do not trust.',
    'storage-unavailable': 'The database does not answer. Nothing was lost; please try again in a moment.',
    'storage-in-use': 'Another process has the database open.',
    'secrets-unavailable': "The key that protects the stored secrets can't be reached. Please try again in a moment.",
    'connection-changed': 'Somebody changed this connection meanwhile. Please look at it again.',
    configuration: 'The app is not set up correctly.',
    cancelled: 'Cancelled.',
    internal: 'Something went wrong on our side.',
  },
};

export type Texts = Words<typeof english>;
export const texts = inEveryLanguage(english, { de: () => import('./texts.de.js'), fr: () => import('./texts.fr.js'), nl: () => import('./texts.nl.js'), es: () => import('./texts.es.js') });
