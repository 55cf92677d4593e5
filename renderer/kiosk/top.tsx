import type { FourTexts } from '../../domain/language.ts'
import { Mark } from '../ui/icon/mark.tsx'
import { StateShape } from '../ui/icon/state-shape.tsx'
import type { StatusItem } from '../ui/status-line.ts'
import { ScriptsKey } from './scripts-key.tsx'
import { useText } from '../text/use-text.tsx'

interface Props {
  readonly place: FourTexts | null
  readonly choosing: boolean
  /** Null on the chooser itself, which shows the time instead, and where the key is lower down. */
  readonly changeLanguage: (() => void) | null
  readonly time: string
  /** How old the list of stopped cards is, for staff who pass by; null while it needs nobody's eye. */
  readonly oldList?: StatusItem | null
}

/** The hospital's name in the visitor's language, and the way back to the four scripts. */
export function Top({ place, choosing, changeLanguage, time, oldList = null }: Props) {
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
        <span className="corner">
          <b className="num time">{time}</b>
          {oldList === null ? null : (
            <span className="list-age">
              <StateShape kind={oldList.kind} />
              {t(oldList.id, oldList.values)}
            </span>
          )}
        </span>
      ) : changeLanguage === null ? null : (
        <ScriptsKey press={changeLanguage} />
      )}
    </header>
  )
}
