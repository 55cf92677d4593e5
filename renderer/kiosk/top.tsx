import type { FourTexts } from '../../domain/language.ts'
import { Mark } from '../ui/icon/mark.tsx'
import { ScriptsKey } from './scripts-key.tsx'
import { useText } from '../text/use-text.tsx'

interface Props {
  readonly place: FourTexts | null
  readonly choosing: boolean
  /** Null on the chooser itself, which shows the time instead, and where the key is lower down. */
  readonly changeLanguage: (() => void) | null
  readonly time: string
}

/** The hospital's name in the visitor's language, and the way back to the four scripts. */
export function Top({ place, choosing, changeLanguage, time }: Props) {
  const { language, t } = useText()
  // Nobody has chosen yet: the name stands in a second language too.
  const second = language === 'en' ? 'hi' : 'en'
  return (
    <header className="kiosk-top">
      <Mark />
      <span className="place">
        <span>{place === null ? t('kiosk.title') : place[language]}</span>
        {choosing ? <small lang={second}>{place?.[second] ?? ''}</small> : <small>{t('kiosk.place')}</small>}
      </span>
      {choosing ? (
        <b className="num time">{time}</b>
      ) : changeLanguage === null ? null : (
        <ScriptsKey press={changeLanguage} />
      )}
    </header>
  )
}
