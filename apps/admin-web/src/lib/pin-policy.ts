import type { PinPolicy } from '@monban/domain/pin';

/** The bank's preset; the same for everybody, and told with the first answer of the API. */
let told: PinPolicy = 'modern';

/** The preset whose rules the checklists show. The API judges by its own. */
export function shownPinPolicy(): PinPolicy {
  return told;
}

export function tellPinPolicy(policy: 'MODERN' | 'SHINKIN'): void {
  told = policy === 'SHINKIN' ? 'shinkin' : 'modern';
}
