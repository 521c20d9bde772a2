import type { importUsers as words } from '../ja/import-users.ts';

export const importUsers: typeof words = {
  title: 'Add users from a file',
  guide: {
    title: 'What the file looks like',
    lead: 'Headings on the first line, then one user a line, saved as “CSV UTF-8” or “CSV”. Up to 99 users at a time.',
    caption: 'Headings, and what to enter below them',
    heading: 'Heading',
    content: 'What to enter',
    needed: 'required',
    userId:
      'Letters and digits, up to 30. An ID once used can’t be used again, even after its removal. A spreadsheet keeps zeros at the beginning if the column’s format is “Text”.',
    name: 'Up to 60 characters',
    email: 'Where the user is told as well',
    actions: (names: string) => `What is allowed, with commas between: ${names}`,
    limit: (ceiling: string) =>
      `An amount such as 1,000,000 or 80万, up to the ceiling of ${ceiling}. Empty is ¥0: not to be used.`,
    free: 'Columns may stand in any order. Those that you don’t use may be left out.',
    template: 'Save a template',
    templateHint: 'A file with the headings and an example. Write over the line of the example.',
    fileName: 'add-users.csv',
    example: { userId: '(e.g.) sato01', name: 'Hanako Sato', email: 'hanako@example.co.jp' },
  },
  file: {
    title: 'Check the file',
    label: 'CSV file',
    hint: 'In UTF-8 or Shift_JIS, up to 48 kB. It is checked once it is chosen; nothing is added by that.',
    choose: 'Choose a file',
    change: 'Choose again',
    drop: 'or drop it here',
    remove: 'Remove',
    chosen: (name: string, kilobytes: number) => `${name} (${kilobytes} kB)`,
    tooLong: 'The file is too large. Please split it into files of 48 kB or less.',
    noText: 'This is no CSV file. Please open it in a spreadsheet and save it as CSV.',
    unreadable: 'The file could not be read. Please save it again and choose it once more.',
  },
  checking: 'Checking the file…',
  fine: (count: number) =>
    `Nothing is to be put right. Look at the ${count} below, and confirm with the PIN.`,
  problems: {
    title: (count: number) => `To be put right: ${count}`,
    lead: 'Nothing was added. Put the file right, save it and choose it again.',
    more: (count: number) => `There are ${count} more. Put these right first, and check again.`,
    caption: 'What is to be put right',
    line: 'Line',
    column: 'Column',
    what: 'Cause and remedy',
    lineOf: (line: number) => `Line ${line}`,
    columnOf: (letters: string) => `Column ${letters}`,
  },
  preview: {
    title: (count: number) => `Users to add: ${count}`,
    caption: 'Users to add',
    line: 'Line',
    limits: 'Limits',
    rights: 'Permissions',
    noLimits: '¥0',
    above: 'Above the limit of your contract',
    limit: (service: string, perTransaction: string, perDay: string) =>
      `${service}: ${perTransaction} per transaction, ${perDay} per day`,
    right: (service: string, actions: string) => `${service} (${actions})`,
  },
  follows: {
    add: (count: number) => `All ${count} are added as users, or none is.`,
    noRights: (count: number) =>
      `Users without permissions: ${count}. They can log on, but do nothing.`,
    aboveContract: (count: number) =>
      `Users with limits above those of your contract: ${count}. What counts is your contract’s.`,
    pins: 'Two temporary PINs are drawn for each and shown once, on the next page. Print them and hand them over in person.',
    told: 'The registered addresses are told by mail.',
  },
  submit: (count: number) => `Add ${count} users`,
  progress: {
    preparing: 'Preparing temporary PINs',
    adding: 'Adding the users',
    step: (done: number, total: number) => `${done} of ${total}`,
    stop: 'Stop',
    stopping: 'Stopping…',
    stopped: 'Stopped. No user was added.',
  },
};
