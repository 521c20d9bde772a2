import type { ReactNode } from 'react';
import { Button, buttonClass, type ButtonKind } from '../../src/button/button.tsx';
import type { Entry } from '../entry.ts';

const kinds: readonly ButtonKind[] = ['primary', 'secondary', 'danger', 'alarm', 'quiet'];

export const button: Entry = {
  name: 'button',
  states: [
    {
      title: 'every kind, and a link that looks like one',
      Show: () => (
        <Row>
          {kinds.map((kind) => (
            <Button key={kind} kind={kind}>
              変更する
            </Button>
          ))}
          <a href="#button" className={buttonClass('primary')}>
            利用者を追加
          </a>
        </Row>
      ),
    },
    {
      title: 'compact',
      Show: () => (
        <Row>
          {kinds.map((kind) => (
            <Button key={kind} kind={kind} compact>
              利用を中止
            </Button>
          ))}
        </Row>
      ),
    },
    {
      title: 'disabled, with the reason',
      Show: () => (
        <Row>
          {kinds.map((kind) => (
            <Button key={kind} kind={kind} unavailable="利用中止ではありません">
              利用中止を解除
            </Button>
          ))}
        </Row>
      ),
    },
    {
      title: 'busy',
      Show: () => (
        <Row>
          {kinds.map((kind) => (
            <Button key={kind} kind={kind} busy="送信しています">
              送信する
            </Button>
          ))}
        </Row>
      ),
    },
    {
      title: 'long text',
      Show: () => (
        <Row>
          <Button
            kind="danger"
            unavailable="Only the desk of your bank can let the contract in again; call the number on the back of the customer card."
          >
            Stop all services of the contract at once, for the administrator and for every user
          </Button>
        </Row>
      ),
    },
  ],
};

function Row({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-wrap items-start gap-3">{children}</div>;
}
