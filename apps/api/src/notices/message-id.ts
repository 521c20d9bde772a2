const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text can be what one of our mails is known by; anything else is no notice's, and no question for the database. */
export function isMessageId(text: string): boolean {
  return uuid.test(text);
}
