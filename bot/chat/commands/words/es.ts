import type { CommandWords } from './commandNames.js';

export const es: CommandWords = {
  'add company': { ways: ['agregar empresa', 'agregar', 'añadir empresa', 'nueva empresa'], title: 'Agregar empresa', summary: 'vincular un inquilino de Microsoft a una empresa del PSA' },
  bulk: { ways: ['vincular todo', 'todos', 'en bloque', 'abrir pestaña'], title: 'Vincular todo', summary: 'abrir la pestaña que vincula todos los inquilinos a la vez' },
  status: { ways: ['estado', 'resumen', 'cuántos', 'recuento'], title: 'Estado', summary: 'cuántos inquilinos están vinculados, cuántos esperan y cuándo se sincronizó por última vez' },
  notify: { ways: ['notificaciones', 'notificar', 'avisos', 'novedades'], title: 'Notificaciones', summary: 'elegir lo que comunico aquí por mi cuenta y cuándo' },
  help: { ways: ['ayuda', 'hola', 'buenos días', 'comandos'], title: 'Ayuda', summary: 'mostrar esta lista' },
};
