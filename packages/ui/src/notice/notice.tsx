import type { ReactNode } from 'react';

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

const tones: Record<NoticeTone, { box: string; title: string; mark: string }> = {
  info: { box: 'border-key bg-key-soft', title: 'text-ink', mark: 'ⓘ' },
  success: { box: 'border-success bg-success-soft', title: 'text-success', mark: '✓' },
  warning: { box: 'border-warning bg-warning-soft', title: 'text-warning', mark: '⚠' },
  danger: { box: 'border-danger bg-danger-soft', title: 'text-danger', mark: '⚠' },
};

/** A message on the page. `live`: it appeared after something was done and is to be read out. */
export function Notice(props: {
  readonly tone: NoticeTone;
  readonly title?: string;
  readonly children?: ReactNode;
  readonly live?: boolean;
}) {
  const tone = tones[props.tone];
  return (
    <div
      role={props.live === true ? 'status' : undefined}
      className={`rounded-8 border-l-8 border border-solid p-4 ${tone.box}`}
    >
      {props.title !== undefined && (
        <p className={`font-bold ${tone.title}`}>
          <span aria-hidden="true" className="mr-2">
            {tone.mark}
          </span>
          {props.title}
        </p>
      )}
      {props.children !== undefined && (
        <div className={props.title === undefined ? '' : 'mt-1'}>{props.children}</div>
      )}
    </div>
  );
}
