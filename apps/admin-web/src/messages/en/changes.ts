import type { changes as words } from '../ja/changes.ts';

export const changes: typeof words = {
  before: 'Before',
  after: 'After',
  none: 'Nothing changes.',
  meanwhile: 'While this page was open, this was changed:',
  meanwhileElsewhere: 'Nothing of what this page shows was changed.',
  kept: 'What you entered is still there. Look at “What is going to happen”, and if it is right enter the confirmation PIN once more.',
};
