import { useLocation, useNavigate } from 'react-router';
import { readNavigationState } from '../../lib/navigation-state.ts';
import { paths } from '../../lib/paths.ts';

/** Where an act on a user was begun, and the way back there. */
export function useWayBack(userId: string): { readonly back: string; readonly close: () => void } {
  const navigate = useNavigate();
  const location = useLocation();
  const back = readNavigationState(location.state).from ?? paths.user(userId);
  return { back, close: () => void navigate(back, { replace: true }) };
}
