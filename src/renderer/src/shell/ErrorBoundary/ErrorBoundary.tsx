import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Component, type ReactNode } from 'react'
import { t } from '../../i18n/t.ts'
import { EmptyState } from '../../ui/EmptyState/EmptyState.tsx'

export interface ErrorBoundaryProps {
  /** What broke, in the user's words: `The conversation`. */
  readonly what: string
  /** A new value gives the content another chance, e.g. the key of the conversation. */
  readonly resetKey?: string | null
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly failedAt: string | null | undefined
  readonly failed: boolean
}

/** Keeps a fault of one pane in that pane: the rest of the console goes on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false, failedAt: undefined }

  static getDerivedStateFromError(): Partial<ErrorBoundaryState> {
    return { failed: true }
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: ErrorBoundaryState): ErrorBoundaryState {
    if (props.resetKey === state.failedAt) return state
    return { failed: false, failedAt: props.resetKey }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <div role="alert" style={{ height: '100%' }}>
        <EmptyState
          icon={<IconAlertTriangle size={28} />}
          title={t('{what} could not be shown', { what: this.props.what })}
          actions={
            <Button variant="default" onClick={() => this.setState({ failed: false })}>
              {t('Try again')}
            </Button>
          }
        >
          {t('Nothing was lost. Everything else goes on working.')}
        </EmptyState>
      </div>
    )
  }
}
