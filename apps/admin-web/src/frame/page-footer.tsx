import { useMessages } from '../messages/messages.tsx';
import { ThemeSelect } from './theme-select.tsx';

export function PageFooter() {
  const m = useMessages();
  return (
    <footer className="mx-auto flex w-full max-w-page flex-wrap items-center justify-between gap-4 border-t border-line px-4 py-6 text-sm text-subtle sm:px-6 print:hidden">
      <p className="max-w-3xl">{m.shell.accessibility}</p>
      <ThemeSelect />
    </footer>
  );
}
