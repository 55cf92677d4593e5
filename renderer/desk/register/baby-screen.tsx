import { useEffect, useRef, useState } from 'react'

import type { PersonId } from '../../../domain/id.ts'
import { MOST_BORN } from '../../../domain/person/newborn.ts'
import type { Person, Sex } from '../../../domain/person/person.ts'
import { useText } from '../../text/use-text.tsx'
import { answered } from '../../ui/ask.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Note } from '../../ui/note.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { DeskBridge } from '../desk-bridge.ts'
import { moveInForm } from '../new-person/move-in-form.ts'
import { ToldNote } from './told-note.tsx'
import type { Told } from './told-note.tsx'

interface Props {
  readonly hims: DeskBridge
  readonly mother: Person
  readonly today: string
  readonly onDone: (id: PersonId) => void
  readonly onBack: () => void
}

type Already = { readonly kind: 'already'; readonly people: readonly Person[] }

const sexes: readonly Sex[] = ['female', 'male', 'unknown']
const sexLabels = { female: 'register.baby.girl', male: 'register.baby.boy', unknown: 'register.baby.unknown' } as const
const daysAgo = ['register.baby.today', 'register.baby.yesterday', 'register.baby.before'] as const

const dayBefore = (today: string, days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)

const counts = Array.from({ length: MOST_BORN }, (_, at) => String(at + 1))

/** Babies of a mother who is here, each with a record and a wristband of its own. */
export function BabyScreen({ hims, mother, today, onDone, onBack }: Props) {
  const { t } = useText()
  const [ago, setAgo] = useState('0')
  const [babies, setBabies] = useState<readonly Sex[]>(['unknown'])
  const [told, setTold] = useState<Told | Already | null>(null)
  const form = useRef<HTMLDivElement>(null)
  const under = useRef(false)
  useEffect(() => form.current?.querySelector<HTMLElement>('input:checked')?.focus(), [])
  const save = async (others: boolean) => {
    if (under.current) return
    under.current = true
    const on = dayBefore(today, Number(ago))
    const asked = { mother: mother.id, babies: babies.map((sex) => ({ sex })), on, others }
    const answer = await answered(hims.ask['person.baby'](asked))
    under.current = false
    if (!answer.ok) return setTold({ kind: 'refused', refusal: answer.problem })
    if (answer.value.kind !== 'saved') return setTold(answer.value)
    const [first] = answer.value.people
    if (first !== undefined) onDone(first.id)
  }
  const [there] = told?.kind === 'already' ? told.people : []
  useHotkeys({
    'Ctrl+Enter': () => void save(false),
    Enter: () => (there === undefined ? void (moveInForm(form.current, 1) || save(false)) : onDone(there.id)),
    Escape: onBack,
  })
  const change = (at: number, sex: Sex) => setBabies(babies.map((before, row) => (row === at ? sex : before)))
  const title = t('register.baby.title', { name: mother.name.latin })
  return (
    <div className="sheet-screen">
      <section className="panel sheet-panel register-sheet" aria-label={title}>
        <div className="sheet-head">
          <h1>{title}</h1>
          <p className="muted">{t('register.baby.lead')}</p>
        </div>
        <div className="register-form scroll" ref={form}>
          <Segmented
            label={t('register.baby.count')}
            segments={counts.map((value) => ({ value, label: <span className="num">{value}</span> }))}
            value={String(babies.length)}
            onChange={(count) => setBabies(Array.from({ length: Number(count) }, (_, at) => babies[at] ?? 'unknown'))}
          />
          <Segmented
            label={t('register.baby.on')}
            segments={daysAgo.map((id, at) => ({ value: String(at), label: t(id), cap: String(at + 1) }))}
            value={ago}
            onChange={setAgo}
          />
          {babies.map((sex, at) => (
            <Segmented
              key={counts[at] ?? ''}
              label={babies.length === 1 ? t('register.baby.sex') : t('register.baby.one', { order: at + 1 })}
              segments={sexes.map((value, row) => ({
                value,
                label: t(sexLabels[value === 'other' ? 'unknown' : value]),
                cap: String(row + 1),
              }))}
              value={sex}
              onChange={(value) => change(at, value)}
            />
          ))}
          {told === null || told.kind === 'already' ? null : <ToldNote told={told} />}
          {told?.kind === 'already' && there !== undefined ? (
            <Note kind="care" title={t('register.baby.already', { count: told.people.length })}>
              <p className="meta">{t('register.baby.already.next')}</p>
              <div className="row wrap">
                <ActionButton cap="Enter" onPress={() => onDone(there.id)}>
                  {t('register.baby.open-that', { name: there.name.latin })}
                </ActionButton>
                <ActionButton cap="F8" onPress={() => void save(true)}>
                  {t('register.baby.others')}
                </ActionButton>
              </div>
            </Note>
          ) : null}
        </div>
        <div className="form-foot">
          <ActionButton kind="go" cap="Ctrl Enter" size="tall" onPress={() => void save(false)}>
            {t('register.baby.save', { count: babies.length })}
          </ActionButton>
          <ActionButton cap="Esc" size="tall" onPress={onBack}>
            {t('register.back')}
          </ActionButton>
        </div>
      </section>
    </div>
  )
}
