import { AppError, type ErrorCode } from '../../../services/runtime/errors.js';

/** An error of the chat itself: its sentence is in the language of the person who gets it. */
export class ChatRefusal extends AppError {
  constructor(code: ErrorCode, message: string, sentence: string) {
    super(code, message, { sentence });
  }
}
