import { useEffect } from 'react';

/** Closing the tab or loading anew asks too; the browser puts it into words of its own. */
export function useWarningBeforeUnload(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [on]);
}
