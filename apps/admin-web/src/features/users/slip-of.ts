import type { Slip } from './handover.tsx';

/** What both addition and reset answer. */
interface Drawn {
  readonly user: {
    readonly userId: string;
    readonly name: string;
    readonly contract: { readonly contractId: string; readonly name: string };
  };
  readonly temporaryPins: {
    readonly pin: string;
    readonly confirmationPin: string;
    readonly expiresAt: string;
  };
}

export function slipOf({ user, temporaryPins }: Drawn): Slip {
  return {
    contractId: user.contract.contractId,
    contractName: user.contract.name,
    userId: user.userId,
    name: user.name,
    pin: temporaryPins.pin,
    confirmationPin: temporaryPins.confirmationPin,
    expiresAt: temporaryPins.expiresAt,
  };
}
