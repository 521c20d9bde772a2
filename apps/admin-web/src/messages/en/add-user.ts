import type { addUser as words } from '../ja/add-user.ts';

export const addUser: typeof words = {
  title: 'Add user',
  person: 'User',
  userId: 'User ID',
  userIdHint:
    'Letters and digits, up to 30. An ID once used can’t be used again, even after its removal, and can’t be changed.',
  name: 'Name',
  nameHint: 'Up to 60 characters',
  email: 'Email address',
  emailHint: 'Logons, changes of PINs and the like are told to the user too.',
  rights: 'Permissions',
  rightsLead: 'Choose what the user may do. What is not chosen is not allowed.',
  wholeService: 'Choose all',
  wholeServiceOf: (service: string) => `Choose all of ${service}`,
  clearService: 'Clear',
  clearServiceOf: (service: string) => `Clear ${service}`,
  neededBy: (actions: string) => `Needed for “${actions}”`,
  limits: 'Limits',
  limitsLead: 'For the services that move money.',
  noLimits: 'Choose an action that moves money under “Permissions” to enter limits here.',
  perTransaction: 'Limit per transaction',
  perDay: 'Limit per day',
  contractLimit: (perTransaction: string, perDay: string) =>
    `Limit of your contract: ${perTransaction} per transaction, ${perDay} per day`,
  of: (service: string, what: string) => `${service}: ${what}`,
  follows: {
    nobody: 'Enter a user ID and a name to see here what is going to happen.',
    add: (who: string) => `${who} is added as a user.`,
    noRights: 'Without permissions they can log on, but do nothing.',
    right: (service: string, actions: string) => `${service}: ${actions}`,
    limit: (service: string, perTransaction: string, perDay: string) =>
      `${service}: up to ${perTransaction} per transaction, ${perDay} per day`,
    pins: 'Two temporary PINs are drawn and shown once, on the next page. Print them and hand them over in person.',
    told: 'The registered addresses are told by mail.',
  },
  submit: 'Add user',
};
