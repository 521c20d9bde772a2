import type { Settings } from '../settings.ts';

/** How the world comes to this server: what browsers call it, and through whom. */
export type Front = Pick<Settings, 'origin' | 'trustedProxy'>;
