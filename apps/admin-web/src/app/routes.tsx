import type { ApolloClient } from '@apollo/client';
import { createQueryPreloader } from '@apollo/client/react';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import type { Preload } from '../graphql/preload.ts';
import { paths } from '../lib/paths.ts';
import { FaultPage } from './fault-page.tsx';
import { Layout } from './layout.tsx';
import { NotFoundPage } from './not-found-page.tsx';

export interface Who {
  readonly kind: 'ADMINISTRATOR' | 'USER';
  readonly mustReplacePins: boolean;
}

/** Every page of whoever is logged on. What somebody can't do has no address for them either. */
export function createRouter(client: ApolloClient, who: Who) {
  const preload = createQueryPreloader(client);
  return createBrowserRouter([
    {
      Component: Layout,
      children: [{ errorElement: <FaultPage />, children: pagesOf(who, preload) }],
      HydrateFallback: () => null,
    },
  ]);
}

function pagesOf(who: Who, preload: Preload): RouteObject[] {
  if (who.mustReplacePins)
    return [...firstLogonPages(), emergencyPage, { path: '*', element: <Navigate to="/" /> }];
  const pages = who.kind === 'ADMINISTRATOR' ? administratorPages(preload) : userPages(preload);
  return [...pages, ...sharedPages(preload), { path: '*', Component: NotFoundPage }];
}

function firstLogonPages(): RouteObject[] {
  return [
    {
      path: '/',
      lazy: async () => {
        const page = await import('../features/first-logon/first-logon-page.tsx');
        return { Component: page.FirstLogonPage };
      },
    },
  ];
}

/** The strangers' own addresses lead whoever is inside to their first page. */
const strangersAddresses = ['/user', '/first'];

function sharedPages(preload: Preload): RouteObject[] {
  return [
    ...strangersAddresses.map((path) => ({ path, element: <Navigate to="/" replace /> })),
    emergencyPage,
    {
      path: '/settings/pins',
      lazy: async () => {
        const page = await import('../features/pins/pins-page.tsx');
        return { Component: page.PinsPage };
      },
    },
    {
      path: '/settings/certificate/:thumbprint?',
      lazy: async () => {
        const page = await import('../features/own-certificate/own-certificate-page.tsx');
        return {
          loader: page.loadOwnCertificate(preload),
          Component: page.OwnCertificatePage,
        };
      },
    },
    { path: '/pins', element: <Navigate to={paths.pins} replace /> },
  ];
}

const emergencyPage: RouteObject = {
  path: '/emergency',
  lazy: async () => {
    const page = await import('../features/emergency/emergency-page.tsx');
    return { Component: page.EmergencyPage };
  },
};

function userPages(preload: Preload): RouteObject[] {
  return [
    {
      path: '/',
      lazy: async () => {
        const page = await import('../features/own/own-page.tsx');
        return { loader: page.loadOwn(preload), Component: page.OwnPage };
      },
    },
    {
      path: '/settings/logon-mails?',
      lazy: async () => {
        const page = await import('../features/settings/own-settings-page.tsx');
        return { loader: page.loadOwnSettings(preload), Component: page.OwnSettingsPage };
      },
    },
    {
      path: '/settings/notices',
      lazy: async () => {
        const page = await import('../features/notices/notices-page.tsx');
        return { loader: page.loadOwnNotices(preload), Component: page.OwnNoticesPage };
      },
    },
  ];
}

function administratorPages(preload: Preload): RouteObject[] {
  return [...contractPages(preload), ...peoplePages(preload), ...rightsPages(preload)];
}

/** What concerns the whole company. */
function contractPages(preload: Preload): RouteObject[] {
  return [
    {
      path: '/',
      lazy: async () => {
        const page = await import('../features/home/home-page.tsx');
        return { loader: page.loadHome(preload), Component: page.HomePage };
      },
    },
    {
      path: '/sessions/:sessionId?',
      lazy: async () => {
        const page = await import('../features/sessions/sessions-page.tsx');
        return { loader: page.loadSessions(preload), Component: page.SessionsPage };
      },
    },
    {
      path: '/certificates/:act?/:of?',
      lazy: async () => {
        const page = await import('../features/certificates/certificates-page.tsx');
        return { loader: page.loadCertificates(preload), Component: page.CertificatesPage };
      },
    },
    {
      path: '/history/:act?',
      lazy: async () => {
        const page = await import('../features/history/history-page.tsx');
        return { loader: page.loadHistory(preload), Component: page.HistoryPage };
      },
    },
    {
      path: '/settings/:act?',
      lazy: async () => {
        const page = await import('../features/settings/settings-page.tsx');
        return { loader: page.loadSettings(preload), Component: page.SettingsPage };
      },
    },
    {
      path: '/settings/card',
      lazy: async () => {
        const page = await import('../features/card/card-page.tsx');
        return { loader: page.loadCard(preload), Component: page.CardPage };
      },
    },
    {
      path: '/settings/notices',
      lazy: async () => {
        const page = await import('../features/notices/notices-page.tsx');
        return { loader: page.loadNotices(preload), Component: page.NoticesPage };
      },
    },
    {
      path: '/settings/addresses',
      lazy: async () => {
        const page = await import('../features/settings/addresses-page.tsx');
        return { loader: page.loadAddresses(preload), Component: page.AddressesPage };
      },
    },
  ];
}

function peoplePages(preload: Preload): RouteObject[] {
  return [
    {
      path: '/users',
      lazy: async () => {
        const page = await import('../features/users/users-page.tsx');
        return { loader: page.loadUsers(preload), Component: page.UsersPage };
      },
    },
    {
      path: '/users/:userId/:act?',
      lazy: async () => {
        const page = await import('../features/users/user-page.tsx');
        return { loader: page.loadUser(preload), Component: page.UserPage };
      },
    },
    {
      path: '/add-user',
      lazy: async () => {
        const page = await import('../features/users/add-user-page.tsx');
        return { loader: page.loadNewUser(preload), Component: page.AddUserPage };
      },
    },
    {
      path: '/import-users',
      lazy: async () => {
        const page = await import('../features/users/import/import-page.tsx');
        return { loader: page.loadImport(preload), Component: page.ImportPage };
      },
    },
    {
      path: '/slips',
      lazy: async () => {
        const page = await import('../features/users/slips-page.tsx');
        return { Component: page.SlipsPage };
      },
    },
  ];
}

/** Who may do what and for how much (R13, R14). */
function rightsPages(preload: Preload): RouteObject[] {
  return [
    {
      path: '/users/:userId/rights',
      lazy: async () => {
        const page = await import('../features/rights/user-rights-page.tsx');
        return { loader: page.loadRights(preload), Component: page.UserRightsPage };
      },
    },
    {
      path: '/permissions',
      lazy: async () => {
        const page = await import('../features/rights/permissions-page.tsx');
        return { loader: page.loadRights(preload), Component: page.PermissionsPage };
      },
    },
    {
      path: '/limits',
      lazy: async () => {
        const page = await import('../features/rights/limits-page.tsx');
        return { loader: page.loadRights(preload), Component: page.LimitsPage };
      },
    },
    {
      path: '/limits/contract',
      lazy: async () => {
        const page = await import('../features/rights/contract-limits-page.tsx');
        return { loader: page.loadRights(preload), Component: page.ContractLimitsPage };
      },
    },
    {
      path: '/limits/users',
      lazy: async () => {
        const page = await import('../features/rights/users-limits-page.tsx');
        return { loader: page.loadRights(preload), Component: page.UsersLimitsPage };
      },
    },
  ];
}
