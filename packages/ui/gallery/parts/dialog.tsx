import { Button } from '../../src/button/button.tsx';
import { Dialog } from '../../src/dialog/dialog.tsx';
import type { Entry } from '../entry.ts';

const leave = () => {
  location.hash = '';
};

export const dialog: Entry = {
  name: 'dialog',
  alone: true,
  states: [
    {
      title: 'normal',
      Show: () => (
        <Dialog title="kato01（加藤 浩）の利用を中止しますか" onClose={leave}>
          <p>ログオン中の場合は、すぐにログオフされます。暗証番号は変わりません。</p>
          <Answers yes="利用を中止する" no="やめる" />
        </Dialog>
      ),
    },
  ],
};

export const dialogAlert: Entry = {
  name: 'dialog-alert',
  alone: true,
  states: [
    {
      title: 'wide, long text, left by its buttons alone',
      Show: () => (
        <Dialog
          role="alertdialog"
          wide
          title="The slips with the temporary PINs of the users that you have added are still to be printed"
        >
          {Array.from({ length: 12 }, (_, index) => (
            <p key={index}>
              {index + 1}. Whoever leaves this page without printing has to reset these users’ PINs:
              they are shown here once, and nobody at the bank can look them up.
            </p>
          ))}
          <Answers yes="Leave without printing" no="Stay on this page" />
        </Dialog>
      ),
    },
  ],
};

function Answers(props: { readonly yes: string; readonly no: string }) {
  return (
    <div className="flex flex-wrap gap-3">
      <Button kind="danger" onPress={leave}>
        {props.yes}
      </Button>
      <Button onPress={leave} autoFocus>
        {props.no}
      </Button>
    </div>
  );
}
