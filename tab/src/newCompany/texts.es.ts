import { countOf, formOf } from '../app/wording.js';
import type { Texts } from './texts.js';

export const texts: Texts = {
  create: (psa) => `Crear empresa en ${psa}…`,
  title: (psa, tenant) => `Nueva empresa en ${psa} para ${tenant}`,
  loading: (psa) => `Preguntando a ${psa} si ya existe…`,
  duplicates: (count, psa) => `${countOf(count, 'empresa', 'empresas')} de ${psa} ${formOf(count, 'puede ser ya esta', 'pueden ser ya esta')}`,
  use: 'Usar esta',
  useOf: (company) => `Usar esta: ${company}`,
  noneFits: 'Ninguna de ellas es la misma organización.',
  noDuplicates: (psa) => `${psa} no tiene ninguna empresa con este nombre o dominio.`,
  unread: (psa) => `${psa} tiene una empresa con este nombre que falta en la lista leída aquí.`,
  name: 'Nombre',
  website: 'Sitio web',
  phone: 'Teléfono',
  addressLine: 'Dirección',
  city: 'Ciudad',
  type: 'Tipo',
  usualType: (psa) => `El que pone ${psa}`,
  nameMissing: 'Una empresa necesita un nombre.',
  notSeen: 'Confirma primero que ninguna de las empresas anteriores es la misma organización, o usa una de ellas.',
  warning: (psa) => `Esto escribe en ${psa}: la empresa se crea allí al momento. No se puede deshacer desde aquí.`,
  submit: (psa) => `Crear en ${psa}`,
  creating: (psa) => `Creando en ${psa}…`,
  lookAgain: 'Volver a mirar',
  again: 'Crearla de nuevo',
  created: (company, psa) => `${company} está ahora en ${psa} y queda elegida.`,
};
