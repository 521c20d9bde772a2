import type { Fault } from '../graphql/fault.ts';
import type { Messages } from './ja.ts';

export function faultText(m: Messages, fault: Fault): string {
  return fault.kind === 'BROKEN' ? m.common.fault.BROKEN(fault.id) : m.common.fault[fault.kind];
}
