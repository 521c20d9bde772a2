import type { Chapter } from '../example.ts';

export const lookingAround: Chapter = {
  title: 'Looking around',
  examples: [
    {
      shows: 'viewer',
      title: 'Who asks? Null for a stranger',
      as: 'STRANGER',
      document: `query Viewer {
  viewer {
    __typename
  }
}`,
      variables: {},
    },
    {
      shows: 'pinPolicy',
      title: 'What a new PIN has to be',
      as: 'STRANGER',
      document: `query PinPolicy {
  pinPolicy
}`,
      variables: {},
    },
  ],
};
