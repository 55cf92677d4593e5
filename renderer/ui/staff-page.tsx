import { useState } from 'react'
import type { ReactNode } from 'react'

import type { TerminalStatus } from '../../contract/shell.ts'
import type { Language } from '../../domain/language.ts'
import { TextProvider } from '../text/use-text.tsx'
import { answered } from './ask.ts'
import type { ShellBridge } from './bridge.ts'
import { OpeningScreen, StoreScreen } from './store-screen.tsx'
import { useAppearance } from './use-appearance.ts'
import type { AppearanceControl } from './use-appearance.ts'
import { useClock } from './use-clock.ts'
import { useStatus } from './use-status.ts'

/** What the work of every role's page is given. */
export interface Given {
  readonly status: TerminalStatus
  readonly now: Date
  readonly look: AppearanceControl
  readonly onLanguage: (language: Language) => void
}

interface Props {
  readonly hims: ShellBridge
  readonly children: (given: Given) => ReactNode
}

/** A page that staff use: its language and look, and whether its records are open at all. */
export function StaffPage({ hims, children }: Props) {
  const status = useStatus(hims)
  const now = useClock()
  const look = useAppearance()
  const [chosen, setChosen] = useState<Language | null>(null)
  const onLanguage = (language: Language) => {
    setChosen(language)
    void answered(hims.ask['terminal.language']({ language }))
  }
  return (
    <TextProvider language={chosen ?? status?.language ?? 'en'}>
      {status === null ? (
        <OpeningScreen />
      ) : status.store.kind === 'open' ? (
        children({ status, now, look, onLanguage })
      ) : (
        <StoreScreen store={status.store} hims={hims} />
      )}
    </TextProvider>
  )
}
