import { CombinedGraphQLErrors } from '@apollo/client';
import { Button } from '@monban/ui/button/button';
import { Notice } from '@monban/ui/notice/notice';
import { useRevalidator, useRouteError } from 'react-router';
import { useMessages } from '../messages/messages.tsx';

/** A page that could not be asked for: says so in its place, with the menu still there. */
export function FaultPage() {
  const m = useMessages();
  const error = useRouteError();
  const revalidator = useRevalidator();
  const forbidden =
    CombinedGraphQLErrors.is(error) &&
    error.errors.some(({ extensions }) => extensions?.['code'] === 'FORBIDDEN');
  const answered = CombinedGraphQLErrors.is(error);
  const text = forbidden
    ? m.common.fault.FORBIDDEN
    : answered
      ? m.common.fault.BROKEN(null)
      : m.common.fault.UNREACHABLE;
  return (
    <Notice tone="danger" title={m.common.fault.pageTitle} live>
      <p className="mb-3">{text}</p>
      <Button onPress={() => void revalidator.revalidate()}>{m.common.fault.retry}</Button>
    </Notice>
  );
}
