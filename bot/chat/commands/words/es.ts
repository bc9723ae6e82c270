import type { CommandWords } from './commandNames.js';

export const es: CommandWords = {
  unmapped: { ways: ['pendientes', 'revisar', 'sin vincular', 'siguiente'], title: 'Revisar pendientes', summary: 'mostrar uno a uno los inquilinos sin empresa, primero los más seguros' },
  'add company': { ways: ['agregar empresa', 'agregar', 'añadir empresa', 'nueva empresa'], title: 'Agregar empresa', summary: 'vincular un inquilino de Microsoft a una empresa del PSA' },
  link: { ways: ['vincular', 'vincula', 'enlazar'], title: 'Vincular', summary: 'vincular un inquilino a una empresa: **vincular** INQUILINO **a** EMPRESA' },
  ignore: { ways: ['omitir', 'ignora'], title: 'Omitir', summary: 'dejar fuera un inquilino: **omitir** INQUILINO' },
  find: { ways: ['buscar', 'encontrar', 'busca'], title: 'Buscar', summary: 'buscar inquilinos y empresas: **buscar** NOMBRE' },
  why: { ways: ['por qué', 'por qué falta', 'por que'], title: '¿Por qué?', summary: 'decir por qué falta algo o por qué se vinculó: **por qué** NOMBRE' },
  status: { ways: ['estado', 'resumen', 'cuántos', 'recuento'], title: 'Estado', summary: 'cuántos inquilinos están vinculados, cuántos esperan y cuándo se sincronizó por última vez' },
  history: { ways: ['historial', 'registro', 'cambios'], title: 'Historial', summary: 'los últimos cambios guardados' },
  undo: { ways: ['deshacer', 'deshacer último', 'revertir'], title: 'Deshacer', summary: 'deshacer su último cambio guardado' },
  sync: { ways: ['sincronizar', 'actualizar listas'], title: 'Sincronizar ahora', summary: 'volver a leer las listas del Centro de partners y del PSA' },
  bulk: { ways: ['en bloque', 'vincular todo', 'todos', 'abrir pestaña'], title: 'En bloque', summary: 'abrir la pestaña que vincula todos los inquilinos a la vez' },
  notify: { ways: ['notificaciones', 'notificar', 'avisos', 'novedades'], title: 'Notificaciones', summary: 'elegir lo que comunico aquí por mi cuenta y cuándo' },
  help: { ways: ['ayuda', 'hola', 'buenos días', 'comandos'], title: 'Ayuda', summary: 'mostrar esta lista' },
};
