import {
  type ContractLoaders,
  createContractLoaders,
} from './modules/contracts/contract-loaders.ts';
import { createUserLoaders, type UserLoaders } from './modules/users/user-loaders.ts';
import type { Services } from './services.ts';

/** What one request reads twice it reads once. */
export type Loaders = ContractLoaders & UserLoaders;

/** After an act: what it has changed is read anew. */
export function forget(loaders: Loaders): void {
  for (const loader of Object.values(loaders)) loader.clearAll();
}

export function createLoaders(services: Pick<Services, 'database' | 'now'>): Loaders {
  return { ...createContractLoaders(services), ...createUserLoaders(services.database) };
}
