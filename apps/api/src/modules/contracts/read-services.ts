import type { ServiceCeiling } from '@monban/domain/history-event';
import {
  type Amounts,
  checkCeilings,
  type EnteredCeiling,
  isMoneyService,
  noLimit,
} from '@monban/domain/limit';
import { type Service, services as everyService } from '@monban/domain/permission';
import { type InputProblem, problem } from '@monban/domain/problem';

/** A service that the desk enters for a contract. */
export interface EnteredService {
  readonly service: Service;
  readonly ceiling?: EnteredCeiling['ceiling'];
}

export function serviceProblems(entered: readonly EnteredService[]): readonly InputProblem[] {
  return entered.length === 0
    ? [problem('services', 'REQUIRED')]
    : checkCeilings(
        entered.map(({ service, ceiling = null }) => ({ service, ceiling })),
        'services',
      );
}

/** In the order of the table. Checked before: whole yen within bounds. */
export function ceilingsIn(entered: readonly EnteredService[]): readonly ServiceCeiling[] {
  return everyService.flatMap((service) =>
    entered
      .filter((each) => each.service === service)
      .map(({ ceiling = null }) => ({
        service,
        // Where money moves and no ceiling was given, it is 0.
        ceiling: isMoneyService(service) ? ((ceiling as Amounts | null) ?? noLimit) : null,
      })),
  );
}
