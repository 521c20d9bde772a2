import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly role?: 'dialog' | 'alertdialog';
  /** Escape. Unset: it can be left only by what is in it. */
  readonly onClose?: (() => void) | undefined;
  readonly wide?: boolean;
  /** The ID of what a screen reader reads out with the title, when this opens. */
  readonly describedBy?: string | undefined;
}

/** Covers the page until it is answered. Focus goes in, stays in, and comes back. */
export function Dialog(props: DialogProps) {
  const { onClose } = props;
  return (
    <ModalOverlay
      isOpen
      isKeyboardDismissDisabled={onClose === undefined}
      onOpenChange={(open) => {
        if (!open) onClose?.();
      }}
      className="fixed inset-0 z-40 flex items-start justify-center overflow-y-auto bg-veil p-2 sm:p-8 print:static print:block print:bg-surface print:p-0"
    >
      <Modal
        className={`w-full rounded-12 bg-surface text-ink shadow-6 print:shadow-none ${props.wide === true ? 'max-w-3xl' : 'max-w-xl'}`}
      >
        <AriaDialog
          role={props.role ?? 'dialog'}
          {...(props.describedBy !== undefined && { 'aria-describedby': props.describedBy })}
          className="flex flex-col gap-4 p-5 outline-none sm:p-8 print:p-0"
        >
          <Heading slot="title" level={2} className="text-xl font-bold leading-snug">
            {props.title}
          </Heading>
          {props.children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
