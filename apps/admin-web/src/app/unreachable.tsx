import { Button } from '@monban/ui/button/button';
import { Notice } from '@monban/ui/notice/notice';
import { PublicFrame } from '../frame/public-frame.tsx';
import { useMessages } from '../messages/messages.tsx';

/** Neither who is there is known, nor anything else: the server doesn't answer. */
export function Unreachable({ onRetry }: { readonly onRetry: () => void }) {
  const m = useMessages();
  return (
    <PublicFrame>
      <Notice tone="danger" title={m.common.fault.pageTitle} live>
        <p className="mb-3">{m.common.fault.UNREACHABLE}</p>
        <Button onPress={onRetry}>{m.common.fault.retry}</Button>
      </Notice>
    </PublicFrame>
  );
}
