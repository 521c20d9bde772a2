/**
 * How many characters a PIN has under each preset, both ends included. A file of its own, so that
 * texts which name the bounds don't bring the blocklist along into the browser.
 */
export const pinLengths = {
  modern: { min: 8, max: 64 },
  shinkin: { min: 6, max: 12 },
} as const;
