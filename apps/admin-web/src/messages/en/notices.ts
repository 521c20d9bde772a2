import type { notices as ja } from '../ja/notices.ts';

export const notices: typeof ja = {
  title: 'Notices sent',
  lead: 'The notices that were sent by mail, the newest first. Confirmation codes are not shown.',
  ownLead: 'The notices about you that were sent to your mail address, the newest first.',
  about: 'What the notices sent by mail said, and whether they could be delivered.',
  see: 'See the notices',
  count: (count) => (count === 1 ? '1 notice' : `${count} notices`),
  none: 'There are no notices yet.',
  noAddress:
    'You have no mail address here, so no notices are sent to you. Please ask your administrator to enter one.',
  to: (address) => `To: ${address}`,
  sentAt: (moment) => `Sent ${moment}`,
  undeliverable: {
    ADMINISTRATOR:
      'It could not be delivered. Please check the address; the desk can send it once more.',
    USER: 'It could not be delivered. Please check the address, and tell your administrator.',
  },
  read: 'Read the mail',
};
