import { migrateDatabase, TablesHeldError } from '../db/migrate.ts';
import { faultCode } from '../fault-code.ts';
import { type Command, CommandError } from './command.ts';

/** Brings a database of the operator's to this version. */
export const migrate: Command = {
  usage: 'migrate [--json]',
  async run(words, readSettings) {
    if (words.length > 0) throw new CommandError('takes no options.', true);
    const { databaseMigrationUrl } = readSettings();
    if (databaseMigrationUrl === null) {
      throw new CommandError('DATABASE_URL is not set; the embedded database migrates by itself.');
    }
    try {
      await migrateDatabase(databaseMigrationUrl);
    } catch (error) {
      if (error instanceof TablesHeldError) throw new CommandError(error.message);
      // The driver's text may hold the address, with its password.
      throw new CommandError(`the database can't be migrated (${faultCode(error)}).`);
    }
    return { text: 'The database is up to date.', json: { migrated: true } };
  },
};
