import type { InputHTMLAttributes } from 'react';

export interface MixedBoxProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'checked' | 'ref'
> {
  readonly whole: 'on' | 'off' | 'mixed';
}

/** A box that stands for several: on, off, or some of them on. */
export function MixedBox({ whole, ...input }: MixedBoxProps) {
  return (
    <input
      {...input}
      type="checkbox"
      checked={whole === 'on'}
      ref={(box) => {
        // No attribute says it.
        if (box !== null) box.indeterminate = whole === 'mixed';
      }}
    />
  );
}
