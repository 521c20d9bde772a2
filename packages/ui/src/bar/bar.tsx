const whole = 100;

/** How much of it is drawn, in percent: what is begun can be seen, what isn't full doesn't look so. */
function drawn(part: number, total: number): number {
  if (part <= 0) return 0;
  if (part >= total) return whole;
  return Math.min(whole - 1, Math.max(1, (part / total) * whole));
}

/**
 * A bar for the eye alone, in the colour of the text around it. Drawn, not a background: so it is there
 * on paper and in forced colours, and without a style attribute.
 */
export function Bar(props: { readonly part: number; readonly total: number }) {
  return (
    <span className="block overflow-hidden rounded-full border border-control bg-sunken">
      <svg aria-hidden="true" className="block h-2.5 w-full">
        <rect width={`${drawn(props.part, props.total)}%`} height="100%" fill="currentColor" />
      </svg>
    </span>
  );
}
