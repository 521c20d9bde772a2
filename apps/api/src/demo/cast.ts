import type { EnteredAmounts, EnteredLimit, MoneyService } from '@monban/domain/limit';
import type { LockLinkage } from '@monban/domain/lockout';
import type { Permission, Service } from '@monban/domain/permission';

/** What becomes of a user once they are added. */
export type Fate =
  | 'ACTIVE'
  | 'AWAITING_FIRST_LOGON'
  /** Worked, until the administrator stopped them. */
  | 'LOCKED_BY_ADMINISTRATOR'
  /** Worked, until seven wrong PINs in a row (R20); in a linked contract that would stop everybody (R19). */
  | 'LOCKED_BY_WRONG_PINS';

export interface CastUser {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly fate: Fate;
  readonly permissions: readonly Permission[];
  readonly limits: readonly EnteredLimit[];
}

export interface CastContract {
  readonly contractId: string;
  readonly name: string;
  readonly lockLinkage: LockLinkage;
  readonly services: readonly { readonly service: Service; readonly ceiling?: EnteredAmounts }[];
  readonly administratorName: string;
  readonly notificationAddress: string;
  /** False: the letter with the registration PIN is still on the administrator's desk (R2). */
  readonly registered: boolean;
  readonly users: readonly CastUser[];
}

const yen = (perTransaction: number, perDay: number): EnteredAmounts => ({
  perTransaction,
  perDay,
});

const look: readonly Permission[] = [
  { service: 'BALANCE_INQUIRY', action: 'VIEW' },
  { service: 'ACTIVITY_STATEMENT', action: 'VIEW' },
];
const pay: readonly Permission[] = [
  ...look,
  { service: 'FUNDS_TRANSFER', action: 'EXECUTE' },
  { service: 'TAX_AND_BILL_PAYMENT', action: 'EXECUTE' },
];
const prepare: readonly Permission[] = [
  { service: 'BULK_TRANSFER', action: 'CREATE' },
  { service: 'PAYROLL', action: 'CREATE' },
];
const release: readonly Permission[] = [
  { service: 'BULK_TRANSFER', action: 'APPROVE' },
  { service: 'BULK_TRANSFER', action: 'SEND' },
  { service: 'PAYROLL', action: 'APPROVE' },
  { service: 'PAYROLL', action: 'SEND' },
];

function upTo(
  amounts: EnteredAmounts,
  ...services: readonly MoneyService[]
): readonly EnteredLimit[] {
  return services.map((service) => ({ service, limit: amounts }));
}

const manufacturer: CastContract = {
  contractId: '10020034567',
  name: '株式会社高橋精機',
  lockLinkage: 'LINKED',
  services: [
    { service: 'BALANCE_INQUIRY' },
    { service: 'ACTIVITY_STATEMENT' },
    { service: 'FUNDS_TRANSFER', ceiling: yen(10_000_000, 30_000_000) },
    { service: 'TAX_AND_BILL_PAYMENT', ceiling: yen(5_000_000, 10_000_000) },
    { service: 'BULK_TRANSFER', ceiling: yen(50_000_000, 100_000_000) },
    { service: 'PAYROLL', ceiling: yen(50_000_000, 50_000_000) },
  ],
  administratorName: '高橋 美咲',
  notificationAddress: 'keiri@takahashi-seiki.example',
  registered: true,
  users: [
    {
      userId: 'Sato',
      name: '佐藤 健一',
      email: 'sato@takahashi-seiki.example',
      fate: 'ACTIVE',
      permissions: pay,
      limits: upTo(yen(500_000, 2_000_000), 'FUNDS_TRANSFER', 'TAX_AND_BILL_PAYMENT'),
    },
    {
      userId: 'Suzuki',
      name: '鈴木 真由美',
      email: 'suzuki@takahashi-seiki.example',
      fate: 'ACTIVE',
      permissions: [...look, ...prepare],
      limits: upTo(yen(20_000_000, 20_000_000), 'BULK_TRANSFER', 'PAYROLL'),
    },
    {
      userId: 'Watanabe',
      name: '渡辺 誠',
      email: 'watanabe@takahashi-seiki.example',
      fate: 'ACTIVE',
      permissions: release,
      limits: upTo(yen(20_000_000, 40_000_000), 'BULK_TRANSFER', 'PAYROLL'),
    },
    {
      userId: 'Itoh',
      name: '伊藤 さくら',
      email: 'ito@takahashi-seiki.example',
      fate: 'AWAITING_FIRST_LOGON',
      permissions: look,
      limits: [],
    },
    {
      userId: 'Nakamura',
      name: '中村 大輔',
      email: 'nakamura@takahashi-seiki.example',
      fate: 'LOCKED_BY_ADMINISTRATOR',
      permissions: pay,
      limits: upTo(yen(300_000, 600_000), 'FUNDS_TRANSFER'),
    },
  ],
};

const trader: CastContract = {
  contractId: '20730051846',
  name: 'さくら商事株式会社',
  lockLinkage: 'UNLINKED',
  services: [
    { service: 'BALANCE_INQUIRY' },
    { service: 'ACTIVITY_STATEMENT' },
    { service: 'FUNDS_TRANSFER', ceiling: yen(1_000_000, 5_000_000) },
    { service: 'TAX_AND_BILL_PAYMENT', ceiling: yen(1_000_000, 3_000_000) },
    { service: 'DIRECT_DEBIT' },
    { service: 'FILE_EXCHANGE' },
  ],
  administratorName: '小林 優子',
  notificationAddress: 'somu@sakura-shoji.example',
  registered: true,
  users: [
    {
      userId: 'kato01',
      name: '加藤 浩',
      email: 'kato@sakura-shoji.example',
      fate: 'ACTIVE',
      permissions: pay,
      limits: upTo(yen(200_000, 1_000_000), 'FUNDS_TRANSFER'),
    },
    {
      userId: 'yamada02',
      name: '山田 花子',
      email: 'yamada@sakura-shoji.example',
      fate: 'ACTIVE',
      permissions: look,
      limits: [],
    },
    {
      userId: 'yoshida03',
      name: '吉田 直樹',
      email: 'yoshida@sakura-shoji.example',
      fate: 'LOCKED_BY_WRONG_PINS',
      permissions: pay,
      limits: upTo(yen(100_000, 300_000), 'FUNDS_TRANSFER', 'TAX_AND_BILL_PAYMENT'),
    },
    {
      userId: 'sasaki04',
      name: '佐々木 恵',
      email: 'sasaki@sakura-shoji.example',
      fate: 'AWAITING_FIRST_LOGON',
      permissions: [
        { service: 'DIRECT_DEBIT', action: 'CREATE' },
        { service: 'FILE_EXCHANGE', action: 'SEND' },
      ],
      limits: [],
    },
    {
      userId: 'mori05',
      name: '森 拓也',
      email: 'mori@sakura-shoji.example',
      fate: 'LOCKED_BY_ADMINISTRATOR',
      permissions: look,
      limits: [],
    },
  ],
};

const newcomer: CastContract = {
  contractId: '31594026071',
  name: '有限会社青葉運輸',
  lockLinkage: 'LINKED',
  services: [
    { service: 'BALANCE_INQUIRY' },
    { service: 'FUNDS_TRANSFER', ceiling: yen(3_000_000, 10_000_000) },
  ],
  administratorName: '青木 翔',
  notificationAddress: 'info@aoba-unyu.example',
  registered: false,
  users: [],
};

/** Who plays in the demo. Companies, people and addresses are made up. */
export const cast: readonly CastContract[] = [manufacturer, trader, newcomer];
