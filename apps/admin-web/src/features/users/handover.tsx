import { createContext, type ReactNode, use, useMemo, useState } from 'react';

/** One person's temporary PINs, between being drawn and being printed. */
export interface Slip {
  readonly contractId: string;
  readonly contractName: string;
  readonly userId: string;
  readonly name: string;
  readonly pin: string;
  readonly confirmationPin: string;
  readonly expiresAt: string;
}

interface Handover {
  readonly slips: readonly Slip[];
  readonly hand: (slips: readonly Slip[]) => void;
}

const HandoverContext = createContext<Handover>({ slips: [], hand: () => undefined });

/** Holds what is shown once in this page's memory: neither address, nor history, nor storage has it. */
export function HandoverProvider({ children }: { readonly children: ReactNode }) {
  const [slips, hand] = useState<readonly Slip[]>([]);
  const handover = useMemo(() => ({ slips, hand }), [slips]);
  return <HandoverContext value={handover}>{children}</HandoverContext>;
}

export function useHandover(): Handover {
  return use(HandoverContext);
}
