import { useMessages } from '../messages/messages.tsx';

/** The gate: a name to find one's way back by. */
export function Brand() {
  const m = useMessages();
  return (
    <span className="flex items-center gap-3">
      <svg viewBox="0 0 32 32" aria-hidden="true" className="size-9 shrink-0 fill-key">
        <path d="M3 7h26v4H3zM7 14h18v3H7zM8 11h4v17H8zM20 11h4v17h-4z" />
      </svg>
      <span className="flex flex-col leading-tight">
        <span className="text-lg font-bold">{m.common.site}</span>
        <span className="text-sm text-subtle max-sm:hidden">{m.common.siteTagline}</span>
      </span>
    </span>
  );
}
