import { describe, expect, it } from 'vitest';

import { day } from './instant.ts';
import { changeEmail, emailsToldOf, type UserEmail } from './user-email.ts';

const now = 50 * day;
const policy = { leavingDays: 7 };
const taro: UserEmail = { email: 'taro@a.example', leavingEmails: [] };

describe('R10: a user’s address that was changed', () => {
  it('goes on being told for 7 days, and not a moment longer', () => {
    const changed = changeEmail(taro, 'new@a.example', policy, now);
    expect(emailsToldOf(changed, now + 7 * day - 1)).toEqual(['new@a.example', 'taro@a.example']);
    expect(emailsToldOf(changed, now + 7 * day)).toEqual(['new@a.example']);
  });

  it('is not forgotten when it is changed once more, nor when none is left', () => {
    const once = changeEmail(taro, 'mine@b.example', policy, now);
    const twice = changeEmail(once, 'also-mine@b.example', policy, now + 1);
    const none = changeEmail(twice, null, policy, now + 2);
    expect(emailsToldOf(none, now + 3).toSorted()).toEqual([
      'also-mine@b.example',
      'mine@b.example',
      'taro@a.example',
    ]);
    expect(changeEmail(none, 'x@b.example', policy, now + 8 * day).leavingEmails).toEqual([]);
  });

  it('stays with the four that came after it, however many follow: nobody is mailed to by the hundred', () => {
    let user = taro;
    for (let index = 0; index < 20; index += 1)
      user = changeEmail(user, `a${index}@b.example`, policy, now + index);
    expect(user.leavingEmails.map(({ address }) => address)).toEqual([
      'a3@b.example',
      'a2@b.example',
      'a1@b.example',
      'a0@b.example',
      'taro@a.example',
    ]);
  });

  it('is the user’s alone again once it is put back, and told once', () => {
    const away = changeEmail(taro, 'new@a.example', policy, now);
    const back = changeEmail(away, 'TARO@a.example', policy, now + 1);
    expect(back.moved).toBe(true);
    expect(emailsToldOf(back, now + 2)).toEqual(['TARO@a.example', 'new@a.example']);
  });

  it('is the same mailbox in other letters, and another where there was none', () => {
    expect(changeEmail(taro, 'Taro@a.example', policy, now)).toEqual({
      email: 'Taro@a.example',
      leavingEmails: [],
      moved: false,
    });
    const nobody: UserEmail = { email: null, leavingEmails: [] };
    expect(changeEmail(nobody, null, policy, now).moved).toBe(false);
    expect(changeEmail(nobody, 'a@a.example', policy, now)).toMatchObject({
      leavingEmails: [],
      moved: true,
    });
  });
});
