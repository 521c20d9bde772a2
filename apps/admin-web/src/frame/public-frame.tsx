import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { PageFooter } from './page-footer.tsx';

/** What surrounds the pages for strangers. */
export function PublicFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col bg-page">
      <header className="border-b border-line bg-surface print:hidden">
        <div className="mx-auto flex w-full max-w-page items-center justify-between gap-4 px-4 py-2 sm:px-6">
          <Brand />
          <LanguageSwitch />
        </div>
      </header>
      <main className="mx-auto flex w-full max-w-5xl grow flex-col gap-6 px-4 py-6 sm:px-6 sm:py-8">
        {children}
      </main>
      <PageFooter />
    </div>
  );
}
