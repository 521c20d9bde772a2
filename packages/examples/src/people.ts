/** The PINs that the people of the examples choose. Whoever runs them against a real bank chooses others. */
export const pins = {
  contract: 'river-stone-42',
  contractConfirmation: 'paper-crane-77',
  user: 'green-tea-time',
  userConfirmation: 'window-seat-93',
  newUser: 'first-snow-1912',
} as const;

/** Pays; logged on through a bank system. */
export const sato = 'sato01';
/** Is appointed, corrected, stopped, let back in and removed. */
export const tanaka = 'tanaka02';
