import { demoText } from '../demo/demo-text.ts';
import { readKeptDemo } from '../demo/kept-demo.ts';
import { type Command, CommandError, type Output } from './command.ts';

/** Says once more what `npm start` says: who can log on with what. */
export const demo: Command = {
  usage: 'demo [--json]',
  run(words, readSettings): Output {
    if (words.length > 0) throw new CommandError('takes no options.', true);
    const { dataDir, url } = readSettings();
    const contracts = readKeptDemo(dataDir);
    if (contracts === null || contracts === 'UNFINISHED') {
      throw new CommandError('there is no demo in MONBAN_DATA_DIR; npm start makes one.');
    }
    return { text: demoText(contracts, url), json: { url, contracts } };
  },
};
