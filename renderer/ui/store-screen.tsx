import type { ReactNode } from 'react'

import type { StoreState } from '../../contract/shell.ts'
import { useText } from '../text/use-text.tsx'
import type { ShellBridge } from './bridge.ts'
import { Mark } from './icon/mark.tsx'
import { StateShape } from './icon/state-shape.tsx'
import { keyless } from './keyless.ts'
import { RecoverForm } from './recover-form.tsx'

interface ShellProps {
  readonly mark: ReactNode
  readonly title: string
  readonly children?: ReactNode
}

const FillScreen = ({ mark, title, children }: ShellProps) => (
  <div className="page">
    <main className="fill-screen">
      <div className="panel">
        {mark}
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  </div>
)

interface Props {
  readonly store: Exclude<StoreState, { readonly kind: 'open' }>
  /** Where a person at the page may bring the key back. */
  readonly hims?: ShellBridge
}

/** Why this computer's data cannot be used, and what to do about it; nothing on it is lost by waiting. */
export function StoreScreen({ store, hims }: Props) {
  const { t } = useText()
  if (store.kind === 'opening') return <OpeningScreen />
  return (
    <FillScreen mark={<StateShape kind="stop" size="huge" />} title={t(`fault.store.${store.cause}`)}>
      <p>{t(`fault.store.${store.cause}.why`)}</p>
      <p>
        <b>{t(`fault.store.${store.cause}.next`)}</b>
      </p>
      {hims !== undefined && keyless.has(store.cause) ? <RecoverForm hims={hims} /> : null}
    </FillScreen>
  )
}

export function OpeningScreen() {
  const { t } = useText()
  return (
    <FillScreen mark={<Mark />} title={t('fault.opening')}>
      <p className="muted">{t('fault.opening.why')}</p>
    </FillScreen>
  )
}

interface FillingProps {
  readonly people: number
  /** Null before HIMS has said. */
  readonly total: number | null
}

/** While the first copy of the hospital's data is coming; work may start before it ends. */
export function FillingNote({ people, total }: FillingProps) {
  const { t } = useText()
  const text =
    total === null || total < people
      ? t('common.filling.people', { count: people })
      : t('common.filling.of', { count: people, total })
  return (
    <output className="note wait">
      <StateShape kind="wait" size="large" />
      <div className="body">
        <b>{t('common.filling')}</b> <span className="meta">{text}</span>
      </div>
    </output>
  )
}
