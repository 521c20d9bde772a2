import { toHalfWidth } from '@monban/domain/id';

/** IDs of letters and digits: as people type or paste them, without blanks around them. */
export function typedId(text: string): string {
  return toHalfWidth(text).replace(/[\s　]/g, '');
}

/** A mail address: letters, digits and the signs of an address made half-width, no blanks around it. */
export function typedEmail(text: string): string {
  return toHalfWidth(text)
    .replaceAll('＠', '@')
    .replaceAll('．', '.')
    .replace(/[‐‑–—−－]/g, '-')
    .replace(/＿/g, '_')
    .replace(/[\s　]/g, '');
}

/** Digits in groups (`123-4567 8901`) are the same digits; the API takes them plain. */
export function typedDigits(text: string): string {
  return toHalfWidth(text).replace(/[\s　\-‐‑–—ー−]/g, '');
}

/**
 * A PIN that was drawn and printed (registration, temporary ones): capital letters, digits and
 * hyphens, however they were typed.
 */
export function typedDrawnPin(text: string): string {
  return toHalfWidth(text)
    .replace(/[‐‑–—ー−－]/g, '-')
    .replace(/[\s　]/g, '')
    .toUpperCase();
}

/** A retrieval code: its letters and digits made half-width and capital, grouped as it was typed. */
export function typedRetrievalCode(text: string): string {
  return toHalfWidth(text)
    .replace(/[‐‑–—ー−－]/g, '-')
    .replace(/　/g, ' ')
    .toUpperCase();
}

/** A PIN: letters and digits made half-width, everything else as it is. */
export function typedPin(text: string): string {
  return toHalfWidth(text);
}
