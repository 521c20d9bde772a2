import { errorFields, type LogFields } from '../log.ts';
import { AuthorityError } from './authority-file.ts';

/** For the log: what is wrong with the file, in our own words; of any other fault no text. */
export function authorityFields(error: unknown): LogFields {
  return error instanceof AuthorityError ? { reason: error.message } : errorFields(error);
}
