import type { PinPolicy } from '@monban/domain/pin';

/**
 * The preset whose rules the checklist shows. The API doesn't say which one the bank runs with; it
 * judges by its own, and what it finds is shown whatever stands here.
 */
export const shownPinPolicy: PinPolicy = 'modern';
