import { Component, type ReactNode } from 'react';

/**
 * What is left when the pages themselves break, or a part of them can't be fetched: an empty page
 * would leave people guessing. React knows no other form for this than a class.
 */
export class LastResort extends Component<
  { readonly children: ReactNode; readonly instead: ReactNode },
  { readonly broken: boolean }
> {
  override readonly state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.instead : this.props.children;
  }
}
