import { administrators } from './administrators.ts';
import { strangers } from './strangers.ts';
import type { Scene } from './stage.ts';
import { users } from './users.ts';

/** Every page there is. */
export const scenes: readonly Scene[] = [...strangers, ...administrators, ...users];
