import { countOf, formatScore } from '../app/wording.js';
import type { Texts } from './texts.js';

const numberText = (numbers: string) => (numbers ? `«${numbers.replace(/ /g, ', ')}»` : 'ningún número');

function difference({ tenantOnly = '', companyOnly = '' }: { readonly tenantOnly?: string | undefined; readonly companyOnly?: string | undefined }, words: string): string {
  if (!tenantOnly && !companyOnly) return '';
  if (tenantOnly && companyOnly) return `${words}«${tenantOnly}» / «${companyOnly}»`;
  return `${words}«${tenantOnly || companyOnly}», que solo está en el nombre ${tenantOnly ? 'del inquilino' : 'de la empresa'}`;
}

export const texts: Texts = {
  errors: {
    network: 'El servidor no ha respondido. Comprueba la conexión y vuelve a intentarlo.',
    'signed-out': 'Microsoft Teams no ha podido iniciar tu sesión. Vuelve a intentarlo.',
    refused: 'El servidor lo ha rechazado.',
    'odd-answer': 'El servidor ha dado una respuesta que esta página no entiende. Vuelve a cargar la página; puede ser una versión anterior.',
    'bad-request': 'No se ha podido entender la solicitud.',
    'not-signed-in': 'Vuelve a iniciar sesión.',
    'not-allowed': 'No tienes permiso para hacer esto. Pídeselo a un administrador de la aplicación.',
    'not-found': 'No se ha encontrado.',
    'not-acceptable-media': 'Solo se acepta JSON simple.',
    'too-large': 'La solicitud es demasiado grande.',
    'too-many-requests': 'Demasiadas solicitudes. Espera un momento.',
    'key-reused': 'Esto ya se guardó con otras elecciones. Empieza de nuevo.',
    'nothing-to-undo': 'Esto ya no se puede deshacer.',
    'source-unauthorized': 'El sistema conectado ha rechazado nuestras credenciales.',
    'source-forbidden': 'Nuestra cuenta no tiene permiso para leer esto en el sistema conectado.',
    'source-throttled': 'El sistema conectado nos pide ir más despacio. Vuelve a intentarlo más tarde.',
    'source-unavailable': 'El sistema conectado no responde.',
    'source-odd-answer': 'El sistema conectado ha dado una respuesta que no entendemos.',
    'source-blocked': 'El sistema conectado ha indicado una dirección en la que no confiamos.',
    'storage-unavailable': 'La base de datos no responde. No se ha perdido nada; vuelve a intentarlo en un momento.',
    'storage-in-use': 'Otro proceso tiene abierta la base de datos.',
    'secrets-unavailable': 'No se puede acceder a la clave que protege los secretos guardados. Vuelve a intentarlo en un momento.',
    'connection-changed': 'Alguien ha cambiado esta conexión entretanto. Vuelve a mirarla.',
    configuration: 'La aplicación no está bien configurada.',
    cancelled: 'Cancelado.',
    internal: 'Algo ha fallado por nuestra parte.',
  },
  evidence: {
    'same-tenant-id': () => 'El PSA ya tiene este id. de inquilino en la empresa.',
    alias: ({ name }) => `Un inquilino llamado «${name}» ya se vinculó antes con esta empresa.`,
    'same-domain': ({ domain, companyCount }) => (companyCount > 1 ? `Mismo dominio ${domain}, que ${countOf(companyCount, 'empresa comparte', 'empresas comparten')}.` : `Mismo dominio ${domain}.`),
    'lent-domain': ({ domain }) => `Una sucursal o un registro antiguo de la empresa tiene el dominio ${domain}.`,
    'same-domain-label': ({ label }) => `El dominio del inquilino empieza por «${label}», igual que el nombre o el dominio de la empresa.`,
    'different-domain': ({ tenantDomain, companyDomain }) => `Los dominios son distintos: ${tenantDomain} y ${companyDomain}.`,
    'same-name': (facts) => `Mismo nombre${difference(facts, ' salvo ')}.`,
    'same-other-name': ({ name }) => `«${name}» es otro nombre de la misma organización.`,
    acronym: ({ short }) => `«${short}» es la abreviatura del otro nombre.`,
    'similar-name': (facts) => `Los nombres se parecen en un ${formatScore(facts.similarity)}${difference(facts, '; diferencia: ')}.`,
    'same-city': ({ city }) => `El nombre del inquilino contiene la ciudad de la empresa, ${city}.`,
    'different-legal-form': ({ tenantForm, companyForm }) => `Las formas jurídicas son distintas: ${tenantForm} y ${companyForm}.`,
    'different-number': ({ tenantNumber, companyNumber }) => `Los números de los nombres son distintos: ${numberText(tenantNumber)} y ${numberText(companyNumber)}.`,
    'inactive-company': ({ status }) => (status ? `La empresa no está activa en el PSA (${status}).` : 'La empresa está marcada como antigua en el PSA.'),
  },
  doubts: {
    'several-companies-fit': 'Encaja más de una empresa.',
    'low-confidence': 'El parecido es demasiado débil para estar seguro.',
    'inactive-company': 'La que mejor encaja no es una empresa activa.',
    'different-domain': 'El dominio del inquilino no es el de la empresa.',
    'generic-name': 'El nombre del inquilino podría ser de cualquiera.',
    'short-name': 'El nombre es demasiado corto para estar seguro solo con él.',
    'acronym-only': 'Solo una sigla habla a su favor.',
    'bracket-only': 'Los nombres solo coinciden en lo que uno de ellos lleva entre paréntesis.',
    'typo-only': 'Los nombres solo coinciden si uno de ellos está mal escrito.',
    'label-only': 'Solo la primera parte de un dominio habla a su favor.',
    'different-number': 'Los nombres llevan números distintos.',
    'different-place': 'Lo que sigue a los nombres, por ejemplo un lugar, es distinto.',
    'different-words': 'Cada nombre tiene una palabra que le falta al otro.',
    'different-legal-form': 'Los nombres llevan formas jurídicas distintas.',
    'look-alike-characters': 'Los nombres se parecen, pero están escritos con caracteres distintos.',
  },
};
