import { openKeyRing, type KeyRing, type KeyRingPlace } from './key-ring.ts';
import type { KeySet } from './key-set.ts';

/** The ring that a running server uses: whatever holds one of its sets has the keys that were read last. */
export interface LivingRing {
  readonly ring: KeyRing;
  /** Reads the file anew, once keys in it were exchanged. A ring that is no good throws, and changes nothing. */
  reread(): void;
}

export function openLivingRing(place: KeyRingPlace): LivingRing {
  let held = openKeyRing(place);
  const live = <Key extends { readonly id: string }>(
    setOf: (ring: KeyRing) => KeySet<Key>,
  ): KeySet<Key> => ({
    get current() {
      return setOf(held).current;
    },
    get all() {
      return setOf(held).all;
    },
    byId: (id) => setOf(held).byId(id),
  });
  return {
    ring: {
      pepper: live(({ pepper }) => pepper),
      card: live(({ card }) => card),
      seal: live(({ seal }) => seal),
      decoy: live(({ decoy }) => decoy),
      signing: live(({ signing }) => signing),
      // Of development alone, and never exchanged.
      bankDevelopment: held.bankDevelopment,
    },
    reread: () => {
      held = openKeyRing(place);
    },
  };
}
