import { useRef, useState } from 'react'

import type { Relative } from '../../../contract/family.ts'
import type { Refusal } from '../../../contract/channel.ts'
import type { PersonId } from '../../../domain/id.ts'
import { familyRoles } from '../../../domain/person/family-link.ts'
import type { FamilyRole } from '../../../domain/person/family-link.ts'
import type { Person } from '../../../domain/person/person.ts'
import { useText } from '../../text/use-text.tsx'
import { answered } from '../../ui/ask.ts'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { dayOf, dayText } from '../../ui/format.ts'
import { NotSavedNote } from '../../ui/not-saved-note.tsx'
import { Note } from '../../ui/note.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { Written } from '../../ui/written.tsx'
import type { DeskAnswer, DeskBridge } from '../desk-bridge.ts'
import { PersonPick } from './person-pick.tsx'

interface Props {
  readonly hims: DeskBridge
  readonly person: Person
  readonly today: string
  readonly onBack: () => void
  readonly onOpen: (id: PersonId) => void
}

interface RowProps {
  readonly relative: Relative
  readonly onOpen: (id: PersonId) => void
  readonly onEnd: (relative: Relative) => void
}

function Row({ relative, onOpen, onEnd }: RowProps) {
  const { t, list } = useText()
  const { link, role, person, age, by } = relative
  const name = person?.name.latin ?? t('merge.family.unknown')
  const about =
    age === null || person === null ? [] : [t('common.age.years', { count: age }), t(`common.sex.${person.sex}`)]
  return (
    <li className={link.ended === null ? 'relative' : 'relative muted'}>
      <span className="grow">
        <span className="label-line">
          {t(`merge.family.role.${role}`)}{' '}
          {link.ended === null ? null : t('merge.family.ended', { day: dayText(t, dayOf(new Date(link.ended.at))) })}
        </span>
        <b>
          <Written text={name} />
        </b>{' '}
        <span>{list(about)}</span>
        <span className="meta muted relative-by">
          {t('merge.family.by', { name: by, day: dayText(t, dayOf(new Date(link.at))) })}
        </span>
      </span>
      {person === null ? null : (
        <ActionButton label={`${t('merge.family.see')} ${name}`} onPress={() => onOpen(person.id)}>
          {t('merge.family.see')}
        </ActionButton>
      )}
      {link.ended === null ? (
        <ActionButton label={`${t('merge.family.end')} ${name}`} onPress={() => onEnd(relative)}>
          {t('merge.family.end')}
        </ActionButton>
      ) : null}
    </li>
  )
}

type Linked = DeskAnswer<'family.link'> | DeskAnswer<'family.end'>
type Told = Linked | { readonly kind: 'refused'; readonly refusal: Refusal }

function ToldNote({ told, name }: { readonly told: Told; readonly name: string }) {
  const { t } = useText()
  if (told.kind === 'linked') return <Note kind="ok" title={t('merge.family.add.done', { name })} />
  if (told.kind === 'ended') return <Note kind="ok" title={t('merge.family.end.done')} />
  if (told.kind === 'not-linked') return <Note kind="care" title={t(`merge.family.not.${told.reason}`)} />
  if (told.kind === 'gone') return <Note kind="care" title={t('merge.family.gone')} />
  if (told.kind === 'not-saved') return <NotSavedNote cause={told.cause} />
  return <FaultNote refusal={told.refusal} />
}

/** What was last said, so that it can be taken back: somebody added, or somebody who is not family any more. */
type Undo = { readonly kind: 'end'; readonly linkId: string } | { readonly kind: 'link'; readonly relative: Relative }

/** Who belongs to somebody's family, each with a record of their own. */
export function FamilyScreen({ hims, person, today, onBack, onOpen }: Props) {
  const { t } = useText()
  const [own, setOwn] = useState(0)
  const [picked, setPicked] = useState<Person | null>(null)
  const [role, setRole] = useState<FamilyRole | null>(null)
  const [told, setTold] = useState<{ readonly told: Told; readonly name: string; readonly undo: Undo | null } | null>(
    null,
  )
  const under = useRef(false)
  const answer = useAnswer(`${person.id} ${own}`, () => hims.ask['family.list']({ personId: person.id }))
  const relatives = latest(answer)
  const say = async (ask: () => Promise<Linked>, name: string, undoOf: (answer: Linked) => Undo | null) => {
    if (under.current) return
    under.current = true
    const said = await answered(ask())
    under.current = false
    const came: Told = said.ok ? said.value : { kind: 'refused', refusal: said.problem }
    setTold({ told: came, name, undo: said.ok ? undoOf(said.value) : null })
    setOwn((before) => before + 1)
    if (came.kind !== 'linked') return
    setPicked(null)
    setRole(null)
  }
  const link = (other: PersonId, as: FamilyRole, name: string) =>
    void say(
      () => hims.ask['family.link']({ personId: person.id, other, role: as }),
      name,
      (came) => (came.kind === 'linked' ? { kind: 'end', linkId: came.link.id } : null),
    )
  const save = () => {
    if (picked !== null && role !== null) link(picked.id, role, picked.name.latin)
  }
  const end = (relative: Relative) =>
    void say(
      () => hims.ask['family.end']({ linkId: relative.link.id, reason: '' }),
      relative.person?.name.latin ?? '',
      (came) => (came.kind === 'ended' && relative.person !== null ? { kind: 'link', relative } : null),
    )
  const undo = told?.undo ?? null
  const takeBack = () => {
    if (undo?.kind === 'end') {
      void say(
        () => hims.ask['family.end']({ linkId: undo.linkId, reason: '' }),
        '',
        () => null,
      )
    } else if (undo?.kind === 'link' && undo.relative.person !== null) {
      link(undo.relative.person.id, undo.relative.role, undo.relative.person.name.latin)
    }
  }
  useHotkeys({
    Escape: picked === null ? onBack : () => setPicked(null),
    'Ctrl+Enter': picked === null ? undefined : save,
    F9: undo === null ? undefined : takeBack,
  })
  const title = t('merge.family.title', { name: person.name.latin })
  return (
    <div className="sheet-screen two-sheets family-screen">
      <section className="panel sheet-panel" aria-label={title}>
        <div className="sheet-head">
          <h1>{title}</h1>
        </div>
        {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
        <Scroll label={title}>
          {relatives?.length === 0 ? <p className="sheet-empty muted">{t('merge.family.none')}</p> : null}
          <ul>
            {(relatives ?? []).map((relative) => (
              <Row key={relative.link.id} relative={relative} onOpen={onOpen} onEnd={end} />
            ))}
          </ul>
        </Scroll>
        {told === null ? null : (
          <div className="told">
            <ToldNote told={told.told} name={told.name} />
            {undo === null ? null : (
              <ActionButton cap="F9" onPress={takeBack}>
                {t('merge.family.undo')}
              </ActionButton>
            )}
          </div>
        )}
        <div className="list-foot">
          <ActionButton cap="Esc" onPress={onBack}>
            {t('desk.back')}
          </ActionButton>
        </div>
      </section>
      <aside className="panel sheet-panel" aria-label={t('merge.family.add')}>
        <div className="sheet-head">
          <h2>{t('merge.family.add')}</h2>
        </div>
        <Scroll label={t('merge.family.add')}>
          {picked === null ? (
            <PersonPick
              hims={hims}
              first={person.phone ?? ''}
              except={person.id}
              today={today}
              onPick={(chosen) => {
                setPicked(chosen)
                setTold(null)
              }}
            />
          ) : (
            <div className="person-pick">
              <Segmented
                label={t('merge.family.add.role', { name: picked.name.latin, other: person.name.latin })}
                className="segments roles"
                focus
                segments={familyRoles.map((value, at) => ({
                  value,
                  label: t(`merge.family.role.${value}`),
                  cap: String(at + 1),
                }))}
                value={role}
                onChange={setRole}
              />
              <ActionButton kind={role === null ? 'later' : 'go'} cap="Ctrl Enter" size="tall" block onPress={save}>
                {t('merge.family.add.save')}
              </ActionButton>
              <ActionButton cap="Esc" block onPress={() => setPicked(null)}>
                {t('desk.back')}
              </ActionButton>
            </div>
          )}
        </Scroll>
      </aside>
    </div>
  )
}
