import { useId, type ReactNode } from 'react';

/** `alarm`: leads to something grave, and does none of it. */
export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'alarm' | 'quiet';

const shared =
  'inline-flex min-h-11 cursor-pointer items-center justify-center gap-2 rounded-8 px-4 py-2 text-base font-bold leading-snug no-underline aria-disabled:cursor-not-allowed forced-colors:border print:hidden';

const kinds: Record<ButtonKind, string> = {
  primary: 'bg-key text-on-key hover:bg-key-strong aria-disabled:bg-line aria-disabled:text-subtle',
  secondary:
    'border border-key bg-surface text-key hover:bg-key-soft aria-disabled:border-line aria-disabled:text-subtle',
  danger:
    'bg-danger text-on-danger hover:bg-danger-strong aria-disabled:bg-line aria-disabled:text-subtle',
  alarm:
    'border border-danger bg-surface text-danger hover:bg-danger-soft aria-disabled:border-line aria-disabled:text-subtle',
  quiet: 'text-key underline underline-offset-4 hover:bg-key-soft aria-disabled:text-subtle',
};

/** The look of a button, for links that lead to another page. */
export function buttonClass(kind: ButtonKind = 'secondary', compact = false): string {
  return `${shared} ${kinds[kind]} ${compact ? 'px-3 text-sm' : ''}`;
}

export interface ButtonProps {
  readonly children: ReactNode;
  readonly kind?: ButtonKind;
  readonly type?: 'button' | 'submit';
  readonly compact?: boolean;
  /** Something is under way: pressing again does nothing, and the word says so. */
  readonly busy?: string | undefined;
  /** Why it can't be pressed now. Shown beside it: nothing is disabled without its reason. */
  readonly unavailable?: string | undefined;
  readonly autoFocus?: boolean;
  readonly label?: string;
  readonly onPress?: () => void;
}

/**
 * Stays focusable while unavailable, so that whoever works by keyboard meets the reason too.
 */
export function Button(props: ButtonProps) {
  const reasonId = useId();
  const idle = props.busy === undefined && props.unavailable === undefined;
  return (
    <span className="inline-flex max-w-full flex-col items-start gap-1">
      <button
        type={props.type ?? 'button'}
        className={buttonClass(props.kind, props.compact)}
        aria-disabled={idle ? undefined : true}
        aria-describedby={props.unavailable === undefined ? undefined : reasonId}
        aria-label={props.label}
        autoFocus={props.autoFocus}
        onClick={(event) => {
          if (idle) props.onPress?.();
          else event.preventDefault();
        }}
      >
        {props.busy ?? props.children}
      </button>
      {props.unavailable !== undefined && (
        <span id={reasonId} className="text-sm text-subtle print:hidden">
          {props.unavailable}
        </span>
      )}
    </span>
  );
}
