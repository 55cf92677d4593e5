import { Button } from 'react-aria-components'

import { languageOfScript } from '../../../domain/language.ts'
import type { FourTexts, Language } from '../../../domain/language.ts'
import { Field } from '../../ui/field.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import { languageNames } from '../../ui/language-choice.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useDelayed } from '../../ui/use-delayed.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { AdminBridge } from '../admin-bridge.ts'

type Own = Exclude<Language, 'en'>
const own: readonly Own[] = ['hi', 'pa', 'ur']

interface Props {
  readonly hims: AdminBridge
  readonly label: string
  readonly value: FourTexts
  readonly onChange: (value: FourTexts) => void
  readonly problem?: string | null
}

/** A name in four languages; each script offers how it may be spelt, Ctrl and its digit take the next one. */
export function NamesField({ hims, label, value, onChange, problem = null }: Props) {
  const latin = useDelayed(value.en.trim(), 180)
  const answer = useAnswer(latin === '' ? null : latin, () => hims.ask['name.suggest']({ text: latin.slice(0, 120) }))
  const found = latin === '' ? [] : (latest(answer) ?? [])
  const spellings = (language: Own): readonly string[] =>
    found.find(({ script }) => script !== 'Latn' && languageOfScript[script] === language)?.candidates ?? []
  const put = (language: Language, text: string) => onChange({ ...value, [language]: text })
  useHotkeys(
    Object.fromEntries(
      own.map((language, at) => [
        `Ctrl+${at + 1}`,
        () => {
          const some = spellings(language)
          const next = some[(some.indexOf(value[language]) + 1) % Math.max(1, some.length)]
          if (next !== undefined) put(language, next)
        },
      ]),
    ),
  )
  const missing = (language: Language) => (problem !== null && value[language].trim() === '' ? problem : null)
  return (
    <fieldset className="names">
      <legend className="label-line">{label}</legend>
      <Field
        label={languageNames.en}
        value={value.en}
        onChange={(text) => put('en', text)}
        problem={missing('en')}
        lang="en"
      />
      {own.map((language, at) => (
        <div key={language} className="name-own">
          <Field
            label={languageNames[language]}
            value={value[language]}
            onChange={(text) => put(language, text)}
            problem={missing(language)}
            lang={language}
          />
          <div className="row wrap">
            {spellings(language).length === 0 ? null : <KeyCap name={`Ctrl ${at + 1}`} />}
            {spellings(language).map((spelling) => (
              <Button
                key={spelling}
                className="candidate"
                preventFocusOnPress
                excludeFromTabOrder
                aria-pressed={spelling === value[language]}
                onPress={() => put(language, spelling)}
              >
                <span lang={language}>{spelling}</span>
              </Button>
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  )
}
