import { describe, expect, test } from 'vitest';
import {
  certificateDays,
  certificateFault,
  certificateRequired,
  certificateUntil,
  expiryWarning,
  longestValid,
  mayRenew,
  mayRevoke,
  parseThumbprint,
  type PresentedCertificate,
  renewableFrom,
} from './certificate.ts';
import { requestFits } from './certificate-subject.ts';
import { administrator, administratorName, userOf } from './history-event.ts';
import type { Instant } from './instant.ts';

const now = Date.UTC(2026, 10, 22, 5);
const days = (count: number): Instant => now + count * 86_400_000;

describe('R12: who needs a certificate', () => {
  const duty = { authenticationMethod: 'CERTIFICATE', certificateFrom: null } as const;

  test('where none is used, nobody does, whoever has one', () => {
    const unused = { ...duty, authenticationMethod: 'ID_PIN', certificateSince: days(-9) } as const;
    expect(certificateRequired(unused, now)).toBe(false);
  });

  test('everybody from the day that the desk set, to the millisecond', () => {
    const from = { ...duty, certificateFrom: days(3), certificateSince: null };
    expect(certificateRequired(from, days(3) - 1)).toBe(false);
    expect(certificateRequired(from, days(3))).toBe(true);
    expect(certificateRequired({ ...duty, certificateSince: null }, now)).toBe(true);
  });

  test('who ever got one needs one before that day, too, whatever became of it', () => {
    const early = { ...duty, certificateFrom: days(3), certificateSince: days(-400) };
    expect(certificateRequired(early, now)).toBe(true);
  });
});

describe('R12: which certificate lets somebody in', () => {
  const own: PresentedCertificate = {
    personKey: 'yamada',
    until: days(1),
    revokedAt: null,
    listed: 'GOOD',
  };

  test('their own, while it is valid', () => {
    expect(certificateFault('yamada', own, days(1) - 1)).toBeNull();
  });

  test('none, somebody else’s, an expired, a revoked one, or one that the bank’s list doesn’t clear, does not', () => {
    expect(certificateFault('yamada', null, now)).toBe('NO_CERTIFICATE');
    expect(certificateFault('yamada', 'UNKNOWN', now)).toBe('WRONG_CERTIFICATE');
    expect(certificateFault('sato', own, now)).toBe('WRONG_CERTIFICATE');
    expect(certificateFault('yamada', own, days(1))).toBe('CERTIFICATE_EXPIRED');
    expect(certificateFault('yamada', { ...own, revokedAt: now }, now)).toBe('CERTIFICATE_REVOKED');
    expect(certificateFault('yamada', { ...own, listed: 'REVOKED' }, now)).toBe(
      'CERTIFICATE_REVOKED',
    );
    expect(certificateFault('yamada', { ...own, listed: 'UNPROVEN' }, now)).toBe(
      'CERTIFICATE_UNPROVEN',
    );
  });
});

describe('The end of a certificate', () => {
  const certificate = { until: certificateUntil(now, Infinity), revokedAt: null, warnedDays: null };

  test('is never beyond the end of the authority that signs it', () => {
    expect(certificateUntil(now, days(20))).toBe(days(20));
    expect(certificateUntil(now, days(999))).toBe(days(certificateDays.valid));
  });

  test('it can be renewed in its last 30 days', () => {
    expect(renewableFrom(certificate)).toBe(days(certificateDays.valid - 30));
  });

  test('is told once 30 days before and once 10, and to nobody whose certificate has a successor', () => {
    const left = (count: number) => days(certificateDays.valid - count);
    expect(expiryWarning(certificate, [certificate], left(30) - 1)).toBeNull();
    expect(expiryWarning(certificate, [certificate], left(30))).toBe(30);
    expect(expiryWarning({ ...certificate, warnedDays: 30 }, [certificate], left(11))).toBeNull();
    expect(expiryWarning({ ...certificate, warnedDays: 30 }, [certificate], left(10))).toBe(10);
    expect(expiryWarning({ ...certificate, warnedDays: 10 }, [certificate], left(1))).toBeNull();
    // Nothing was said at 30: a server that stood still says it once, as near as it is by then.
    expect(expiryWarning(certificate, [certificate], left(9))).toBe(10);
    expect(
      expiryWarning(
        certificate,
        [certificate, { until: certificate.until + 1, revokedAt: null }],
        left(9),
      ),
    ).toBeNull();
    expect(expiryWarning({ ...certificate, revokedAt: now }, [certificate], left(9))).toBeNull();
    expect(expiryWarning(certificate, [certificate], left(0))).toBeNull();
  });

  test('only the one in use is renewed, while it is valid, by who issued it, and not before its last 30 days', () => {
    const own = { ...certificate, authority: 'BUILT_IN' } as const;
    const first = days(certificateDays.valid - 30);
    expect(mayRenew(null, first)).toBe('NO_CERTIFICATE_IN_USE');
    expect(mayRenew({ ...own, revokedAt: now }, first)).toBe('NO_CERTIFICATE_IN_USE');
    expect(mayRenew(own, own.until)).toBe('NO_CERTIFICATE_IN_USE');
    expect(mayRenew({ ...own, authority: 'BANK' }, first)).toBe('NO_BUILT_IN_AUTHORITY');
    expect(mayRenew(own, first - 1)).toBe('NOT_RENEWABLE_YET');
    expect(mayRenew(own, first)).toBe('ALLOWED');
  });

  test('a user takes back their own alone, whoever’s the administrator', () => {
    expect(mayRevoke('yamada', 'yamada')).toBe(true);
    expect(mayRevoke('yamada', 'sato')).toBe(false);
    expect(mayRevoke('yamada', administratorName)).toBe(false);
    expect(mayRevoke(administratorName, 'yamada')).toBe(true);
    expect(mayRevoke(administratorName, administratorName)).toBe(true);
  });

  test('of several the one that goes on longest counts, and none that is over', () => {
    const [short, long] = [
      { until: days(5), revokedAt: null },
      { until: days(9), revokedAt: null },
    ];
    expect(longestValid([short, long, { until: days(20), revokedAt: now }], now)).toBe(long);
    expect(longestValid([{ until: now, revokedAt: null }], now)).toBeNull();
  });
});

test('A signing request names its own person or nobody, in whatever letters', () => {
  expect(requestFits([], userOf('yamada'))).toBe(true);
  expect(requestFits(['YAMADA'], userOf('yamada'))).toBe(true);
  expect(requestFits(['administrator'], administrator)).toBe(true);
  expect(requestFits(['sato'], userOf('yamada'))).toBe(false);
  expect(requestFits(['yamada', 'sato'], userOf('yamada'))).toBe(false);
});

test('A thumbprint has one spelling', () => {
  expect(parseThumbprint('ab'.repeat(32), 'thumbprint').ok).toBe(true);
  for (const text of ['AB'.repeat(32), 'ab'.repeat(31), `${'ab'.repeat(32)} `])
    expect(parseThumbprint(text, 'thumbprint').ok).toBe(false);
});
