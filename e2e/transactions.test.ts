import { createHash } from 'node:crypto';
import { expect, inject } from 'vitest';
import { appointUser, logOnThroughBank, openCompany, pins } from './house/company.ts';
import { enterUserLogon, heading, logOnAsAdministrator } from './house/person.ts';
import { test } from './house/test.ts';

test('“what did Sato pay today, and what is left?”: the administrator finds each transaction in the history and today’s use beside the limits; Sato sees what is left of theirs (R14)', async ({
  open,
}) => {
  const house = inject('house');
  const company = await openCompany(house);
  await appointUser(house, company, 'sato01', '佐藤 健一');
  const bank = await logOnThroughBank(house, company, 'sato01');
  for (const [index, amount] of [100_000, 60_000, 40_000].entries()) {
    const key = `invoice-${index}`;
    const { authorization } = await bank.act<{ readonly authorization: { readonly id: string } }>(
      'authorizeTransaction',
      '... on TransactionAuthorized { authorization { id } }',
      {
        service: 'FUNDS_TRANSFER',
        amount,
        accountNumber: '001-1234567',
        transactionHash: createHash('sha256').update(key).digest('hex'),
        idempotencyKey: key,
        confirmationPin: pins.userConfirmation,
      },
    );
    if (index === 2) await bank.act('voidAuthorization', '', { id: authorization.id });
    else {
      const input = { id: authorization.id, reference: `振込-${index}` };
      await bank.act('captureAuthorization', '', input);
    }
  }

  const page = await open();
  await logOnAsAdministrator(page, company);
  await page.goto('/limits');
  await page.getByRole('meter', { name: '本日の利用 資金移動' }).waitFor();
  const used = page.getByRole('row', { name: /資金移動/ }).first();
  await expect.poll(() => used.innerText()).toContain('¥160,000');
  await page.goto('/history?kind=TRANSACTION');
  await page.getByText('6件が見つかりました').waitFor();
  const said = await page.getByRole('main').innerText();
  for (const text of ['¥100,000', '¥60,000', '001-1234567', '振込-0', '取り消されました'])
    expect(said).toContain(text);

  const sato = await open();
  await enterUserLogon(sato, company.contractId, 'sato01', pins.user);
  await heading(sato, 'ホーム').waitFor();
  await expect
    .poll(() =>
      sato
        .getByRole('row', { name: /資金移動/ })
        .last()
        .innerText(),
    )
    .toContain('¥160,000');
});
