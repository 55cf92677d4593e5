import { useState } from 'react'

import type { Language } from '../../domain/language.ts'
import { TextProvider } from '../text/use-text.tsx'
import { answered } from '../ui/ask.ts'
import { OpeningScreen, StoreScreen } from '../ui/store-screen.tsx'
import { useAppearance } from '../ui/use-appearance.ts'
import { useClock } from '../ui/use-clock.ts'
import { useStatus } from '../ui/use-status.ts'
import type { DoctorBridge } from './doctor-bridge.ts'
import { DoctorWork } from './doctor-work.tsx'

/** The page of a doctor's room: its language and look, and whether its records are open at all. */
export function DoctorPage({ hims }: { readonly hims: DoctorBridge }) {
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
        <DoctorWork hims={hims} status={status} now={now} look={look} onLanguage={speak} />
      ) : (
        <StoreScreen store={status.store} hims={hims} />
      )}
    </TextProvider>
  )
}
