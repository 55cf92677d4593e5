import { useState } from 'react'

import type { Language } from '../../domain/language.ts'
import { TextProvider } from '../text/use-text.tsx'
import { OpeningScreen, StoreScreen } from '../ui/store-screen.tsx'
import { useAppearance } from '../ui/use-appearance.ts'
import { useClock } from '../ui/use-clock.ts'
import { useStatus } from '../ui/use-status.ts'
import { answered } from '../ui/ask.ts'
import type { DeskBridge } from './desk-bridge.ts'
import { DeskWork } from './desk-work.tsx'

interface Props {
  readonly hims: DeskBridge
}

/** The registration desk's page: its language and look, and whether its records are open at all. */
export function DeskPage({ hims }: Props) {
  const status = useStatus(hims)
  const now = useClock()
  const look = useAppearance()
  const [chosen, setChosen] = useState<Language | null>(null)
  const speak = (language: Language) => {
    setChosen(language)
    void answered(hims.ask['terminal.language']({ language }))
  }
  return (
    <TextProvider language={chosen ?? status?.language ?? 'en'}>
      {status === null ? (
        <OpeningScreen />
      ) : status.store.kind === 'open' ? (
        <DeskWork hims={hims} status={status} now={now} look={look} onLanguage={speak} />
      ) : (
        <StoreScreen store={status.store} hims={hims} />
      )}
    </TextProvider>
  )
}
