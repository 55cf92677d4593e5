import type { Language } from '../../../domain/language.ts'
import { Press } from '../control.tsx'
import { AskPicture, TouchPicture } from '../pictogram/thing.tsx'
import { useText } from '../../text/use-text.tsx'

const choices: readonly {
  readonly language: Language
  readonly letter: string
  readonly name: string
  readonly hello: string
}[] = [
  { language: 'hi', letter: 'अ', name: 'हिन्दी', hello: 'नमस्ते' },
  { language: 'pa', letter: 'ਅ', name: 'ਪੰਜਾਬੀ', hello: 'ਸਤ ਸ੍ਰੀ ਅਕਾਲ' },
  { language: 'ur', letter: 'ع', name: 'اردو', hello: 'آداب' },
  { language: 'en', letter: 'A', name: 'English', hello: 'Hello' },
]

/** Where every visit starts: four choices, each in its own script, none of them a flag. */
export function LanguageScreen({ speak }: { readonly speak: (language: Language) => void }) {
  const { t } = useText()
  return (
    <main className="kiosk-body chooser" aria-label={t('kiosk.language.title')}>
      <h1 className="spoken-only">{t('kiosk.language.title')}</h1>
      <div className="ask">
        <AskPicture />
        <TouchPicture />
      </div>
      <div className="languages">
        {choices.map(({ language, letter, name, hello }, index) => (
          <Press key={language} className="language" first={index === 0} onPress={() => speak(language)}>
            <i lang={language} aria-hidden="true">
              {letter}
            </i>
            <span className="names" lang={language}>
              <b>{name}</b>
              <small>{hello}</small>
            </span>
          </Press>
        ))}
      </div>
    </main>
  )
}
