import { Component, type ReactNode } from 'react';
import { APP_TEXTS } from '#texts/app.ts';
import { Button } from '#ui/button.tsx';
import { Notice, PageHead } from '#ui/layout.tsx';
import styles from './app.module.css';

type Props = {
  readonly children: ReactNode;
  /** Another value opens the view again. */ readonly resetKey: string;
};
type State = { readonly error: Error | null; readonly resetKey: string };

/** Bugs end here: the rest of the app stays usable, and the text can be sent on. React offers this to classes only. */
export class ErrorBoundary extends Component<Props, State> {
  override readonly state: State = { error: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { error: null, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <>
        <PageHead title={APP_TEXTS.failures.crashTitle} />
        <div className={styles.failure}>
          <Notice kind="gap" role="alert">
            <p>{APP_TEXTS.failures.crash}</p>
            <pre>{error.stack ?? error.message}</pre>
          </Notice>
          <Button variant="primary" onClick={() => this.setState({ error: null })}>
            {APP_TEXTS.failures.tryAgain}
          </Button>
        </div>
      </>
    );
  }
}
