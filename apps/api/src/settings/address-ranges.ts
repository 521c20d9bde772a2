import { BlockList, isIP } from 'node:net';
import type { Kind } from './kinds.ts';

/** Addresses of machines, single ones and ranges. */
export interface AddressRanges {
  /** @param address in its one spelling (`http/address.ts`) */
  includes(address: string): boolean;
}

/** Of nobody at all. */
export const noAddresses: AddressRanges = { includes: () => false };

/**
 * Single addresses and ranges in CIDR form, separated by commas. No range holds every address there is: whoever is
 * among them is believed.
 */
export const addressRanges: Kind<AddressRanges> = {
  expected:
    'IP addresses or ranges of them, separated by commas (192.0.2.10,10.1.0.0/16), none of which is everybody’s',
  read(value) {
    const list = new BlockList();
    const parts = value.split(',').map((part) => part.trim());
    if (!parts.every((part) => add(list, part))) return undefined;
    return { includes: (address) => isIP(address) !== 0 && list.check(address, family(address)) };
  },
};

function add(list: BlockList, part: string): boolean {
  const [, address = '', length] = /^([0-9A-Fa-f:.]{2,45})(?:\/([1-9]\d{0,2}))?$/.exec(part) ?? [];
  const version = isIP(address);
  const bits = version === 4 ? 32 : 128;
  const prefix = length === undefined ? bits : Number(length);
  // Within IPv6, IPv4 would be a second spelling, which no address that is asked for has.
  if (version === 0 || prefix > bits || /^::ffff:/i.test(address)) return false;
  list.addSubnet(address, prefix, family(address));
  return true;
}

function family(address: string): 'ipv4' | 'ipv6' {
  return address.includes(':') ? 'ipv6' : 'ipv4';
}
