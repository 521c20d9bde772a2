/** From acts that wrote notices to whoever sends them, within one process. Nobody has to listen. */
export interface Announcements {
  readonly announce: (contractId: string) => void;
  /** One listener at a time; null: nobody any more. */
  listen(listener: ((contractId: string) => void) | null): void;
}

export function createAnnouncements(): Announcements {
  let heard: ((contractId: string) => void) | null = null;
  return {
    announce: (contractId) => heard?.(contractId),
    listen: (listener) => void (heard = listener),
  };
}
