import type { ReactNode } from 'react';

export type BadgeTone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

const tones: Record<BadgeTone, string> = {
  neutral: 'border-control text-subtle',
  info: 'border-key bg-key-soft text-key',
  success: 'border-success bg-success-soft text-success',
  warning: 'border-warning bg-warning-soft text-warning',
  danger: 'border-danger bg-danger-soft text-danger',
};

/** A state in a word. The word says it; the colour only helps. */
export function Badge(props: { readonly tone: BadgeTone; readonly children: ReactNode }) {
  return (
    <span
      className={`inline-block rounded-4 border px-2 text-sm font-bold sm:whitespace-nowrap ${tones[props.tone]}`}
    >
      {props.children}
    </span>
  );
}
