import type { rights as words } from '../ja/rights.ts';

export const rights: typeof words = {
  title: 'Permissions',
  lead: 'Choose what each user may do. What is not chosen is not allowed.',
  nobody: 'There are no users yet. Start with “Add user” on the page “Users”.',
  service: 'Service',
  allServices: 'All services',
  only: (count: number) =>
    count === 1
      ? 'Only the user you chose is shown.'
      : `Only the ${count} users you chose are shown.`,
  everybody: 'Show everybody',
  grid: {
    label: 'Permissions of each user',
    corner: 'User',
    whole: 'all',
    changed: 'Changed, not saved yet',
    brought: 'Allowed along with another action that needs it',
    keys: 'Arrow keys move, the space bar chooses. The box at the head of a row or column stands for all of it.',
  },
  ofOne: { unavailable: 'The service has no such action', label: 'Permissions', corner: 'Service' },
  neededBy: (actions: string) => `Needed for “${actions}”`,
  noSuchAction: 'This service has no such action',
  pending: (users: number, boxes: number) =>
    `You are changing ${boxes === 1 ? '1 permission' : `${boxes} permissions`} of ${users === 1 ? '1 user' : `${users} users`} (not saved yet).`,
  pendingNone: 'Nothing is changed yet.',
  takeBack: 'Take back',
  takeBackOf: (who: string) => `Take back: ${who}`,
  takeAllBack: 'Take everything back',
  copy: {
    open: 'Copy permissions',
    title: 'Copy permissions',
    lead: 'Those you copy to get exactly the permissions of the one you copy from. Nothing is saved by this yet.',
    from: 'Copy from',
    to: (count: number) => `Copy to (${count})`,
    nobody: 'Choose at least one user to copy to.',
    tooFew: 'For this there have to be two users or more.',
    submit: 'Copy',
    done: (from: string, count: number) =>
      `The permissions of ${from} were copied to ${count === 1 ? '1 user' : `${count} users`}. Look at “What is going to happen”, and save if it is right.`,
  },
  told: [
    'The registered addresses and the users concerned are told by mail.',
    'Users who are logged on are held to it from their next act on.',
  ],
  one: {
    title: (who: string) => `Rights and limits of ${who}`,
    copy: {
      title: 'Copy from another user',
      lead: 'Fills in below the permissions, limits and accounts of the user you choose. Nothing is saved by this yet.',
      from: 'Copy from',
      part: 'Limits',
      parts: {
        '1': 'The same amounts',
        '2': 'Half of the amounts',
        '3': 'A third of the amounts',
        '4': 'A quarter of the amounts',
        '10': 'A tenth of the amounts',
        NONE: 'Not copied',
      },
      submit: 'Fill in',
      done: (from: string) =>
        `What ${from} has is filled in below. Look at “What is going to happen”, and save if it is right.`,
      nobody: 'There is no other user to copy from.',
    },
    accounts: 'Accounts',
    which: { ALL: 'All accounts of the contract', SOME: 'Only these accounts' },
    numbers: 'Account numbers',
    numbersHint: 'One a line, up to 100. You can paste them from a spreadsheet.',
    noneChosen: 'Enter at least one account number, or choose “All accounts of the contract”.',
    submit: 'Change rights and limits',
    done: (who: string) => `The rights and limits of ${who} are changed.`,
  },
  removed: 'Was removed.',
  submit: 'Change permissions',
  done: (count: number) =>
    count === 1
      ? 'The permissions of 1 user are changed.'
      : `The permissions of ${count} users are changed.`,
  several: (count: number) => `${count} users`,
};
