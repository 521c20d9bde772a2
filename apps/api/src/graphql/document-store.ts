import type { DocumentNode } from 'graphql';
import { longestLiteral } from './document-rules.ts';
import { RecentMap } from './recent-map.ts';

/** Where Apollo Server keeps documents that it has parsed and validated. */
export interface DocumentStore {
  get(key: string): Promise<DocumentNode | undefined>;
  set(key: string, document: DocumentNode): Promise<void>;
  delete(key: string): Promise<boolean>;
}

/** Keeps the last documents, but none with a text in it: that might be a PIN, and comes only once. */
export function createDocumentStore(size = 500): DocumentStore {
  const kept = new RecentMap<string, DocumentNode>(size);
  return {
    get: (key) => Promise.resolve(kept.get(key)),
    set: (key, document) => {
      if (longestLiteral(document) < 0) kept.set(key, document);
      return Promise.resolve();
    },
    delete: (key) => Promise.resolve(kept.delete(key)),
  };
}
