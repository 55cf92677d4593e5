import { useEffect, useRef, useState } from 'react'

import type { PersonId } from '../../../domain/id.ts'
import { LooksLike } from '../../../domain/person/unidentified.ts'
import type { Sex } from '../../../domain/person/person.ts'
import { useText } from '../../text/use-text.tsx'
import { answered } from '../../ui/ask.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { DeskBridge } from '../desk-bridge.ts'
import { moveInForm } from '../new-person/move-in-form.ts'
import { ToldNote } from './told-note.tsx'
import type { Told } from './told-note.tsx'

interface Props {
  readonly hims: DeskBridge
  readonly onDone: (id: PersonId) => void
  readonly onBack: () => void
}

const sexes: readonly Sex[] = ['female', 'male', 'unknown']

/** Two looks, and a wristband: nothing is asked of somebody who cannot answer. */
export function UnknownScreen({ hims, onDone, onBack }: Props) {
  const { t, language } = useText()
  const [sex, setSex] = useState<Sex>('unknown')
  const [looks, setLooks] = useState<LooksLike>('middle')
  const [told, setTold] = useState<Told | null>(null)
  const form = useRef<HTMLDivElement>(null)
  const under = useRef(false)
  useEffect(() => form.current?.querySelector<HTMLElement>('input:checked')?.focus(), [])
  const save = async () => {
    if (under.current) return
    under.current = true
    const answer = await answered(hims.ask['person.unknown']({ sex, looks, language: spoken(language) }))
    under.current = false
    if (!answer.ok) return setTold({ kind: 'refused', refusal: answer.problem })
    if (answer.value.kind === 'saved') return onDone(answer.value.person.id)
    setTold(answer.value)
  }
  useHotkeys({
    'Ctrl+Enter': () => void save(),
    Enter: () => void (moveInForm(form.current, 1) || save()),
    Escape: onBack,
  })
  return (
    <div className="sheet-screen">
      <section className="panel sheet-panel register-sheet" aria-label={t('register.unknown.title')}>
        <div className="sheet-head">
          <h1>{t('register.unknown.title')}</h1>
          <p className="muted">{t('register.unknown.lead')}</p>
        </div>
        <div className="register-form scroll" ref={form}>
          <Segmented
            label={t('register.unknown.sex')}
            segments={sexes.map((value, at) => ({
              value,
              label: value === 'unknown' ? t('register.unknown.sex.unknown') : t(`common.sex.${value}`),
              cap: String(at + 1),
            }))}
            value={sex}
            onChange={setSex}
          />
          <Segmented
            label={t('register.unknown.age')}
            segments={LooksLike.options.map((value, at) => ({
              value,
              label: t(`register.looks.${value}`),
              cap: String(at + 1),
            }))}
            value={looks}
            onChange={setLooks}
          />
          <p className="muted">{t('register.unknown.later')}</p>
          {told === null ? null : <ToldNote told={told} />}
        </div>
        <div className="form-foot">
          <ActionButton kind="go" cap="Ctrl Enter" size="tall" onPress={() => void save()}>
            {t('register.unknown.save')}
          </ActionButton>
          <ActionButton cap="Esc" size="tall" onPress={onBack}>
            {t('register.back')}
          </ActionButton>
        </div>
      </section>
    </div>
  )
}

/** The wristband speaks Hindi where the desk speaks English: somebody at the bedside has to read it. */
const spoken = <Language extends string>(language: Language): Language | 'hi' => (language === 'en' ? 'hi' : language)
