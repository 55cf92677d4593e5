import { useState } from 'react'

import type { SchemeAsk, SchemeLine, SchemeView } from '../../../contract/scheme.ts'
import type { Person } from '../../../domain/person/person.ts'
import type { Known } from '../../../domain/scheme/known.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { dayOf, dayText } from '../../ui/format.ts'
import { Note } from '../../ui/note.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { Hotkeys } from '../../ui/use-hotkeys.ts'
import type { DeskBridge } from '../desk-bridge.ts'
import { AskCard } from './ask-card.tsx'
import { GroundList } from './ground-list.tsx'
import { SchemeLines } from './scheme-lines.tsx'
import { SchemeToldNote } from './told-note.tsx'
import { useSchemeWork } from './use-scheme-work.ts'

interface Props {
  readonly hims: DeskBridge
  readonly person: Person
  /** Grows whenever the records changed. */
  readonly round: number
  readonly onBack: () => void
}

/** What the undo key takes back. */
type Deed =
  | { readonly kind: 'noted'; readonly fact: string; readonly before: Known | null }
  | { readonly kind: 'confirmed'; readonly cover: string }

const KEYS = 9

/** Which edition of the rules answered, and who answers for it. */
function Edition({ rules }: Pick<SchemeView, 'rules'>) {
  const { t } = useText()
  const { version, issuer, validFrom, signedAt } = rules
  return (
    <p className="meta muted scheme-edition">
      {t('scheme.desk.rules', { day: dayText(t, validFrom), version, issuer })}{' '}
      {signedAt === null
        ? t('scheme.desk.rules.bundled')
        : t('scheme.desk.rules.signed', { day: dayText(t, dayOf(new Date(signedAt))) })}{' '}
      {t('scheme.desk.rules.same')}
    </p>
  )
}

function AllAsked({ putOff, onAgain }: { readonly putOff: boolean; readonly onAgain: () => void }) {
  const { t } = useText()
  useHotkeys(putOff ? { F7: onAgain } : {})
  if (!putOff) {
    return (
      <Note kind="ok" title={t('scheme.desk.all-asked')}>
        <p className="meta">{t('scheme.desk.all-asked.next')}</p>
      </Note>
    )
  }
  return (
    <Note kind="wait" title={t('scheme.desk.skipped')}>
      <ActionButton cap="F7" onPress={onAgain}>
        {t('scheme.desk.again')}
      </ActionButton>
    </Note>
  )
}

/** What one person asks for, one at a time, and what can be taken back of it. */
function useDeeds({ hims, person, round }: Pick<Props, 'hims' | 'person' | 'round'>) {
  const { language } = useText()
  const [made, setMade] = useState<{ readonly view: SchemeView; readonly of: string } | null>(null)
  const [deeds, setDeeds] = useState<readonly Deed[]>([])
  const work = useSchemeWork()
  const whose = { personId: person.id, language }
  const { ask } = hims
  const setView = (view: SchemeView) => setMade({ view, of: `${language} ${round}` })
  const note = (fact: string, name: string, known: Known | null) =>
    work.once(
      () => ask['scheme.note']({ ...whose, fact, known }),
      ({ before, view: now }) => {
        setView(now)
        setDeeds((done) => [...done, { kind: 'noted', fact, before }])
        work.tell(known === null ? { kind: 'taken-back' } : { kind: 'noted', name })
      },
    )
  const use = ({ scheme, name }: SchemeLine) =>
    work.once(
      () => ask['scheme.confirm']({ ...whose, scheme }),
      ({ cover, view: now }) => {
        setView(now)
        setDeeds((done) => [...done, { kind: 'confirmed', cover: cover.id }])
        work.tell({ kind: 'confirmed', name })
      },
    )
  const withdraw = (cover: string) =>
    work.once(
      () => ask['scheme.withdraw']({ ...whose, cover }),
      ({ view: now }) => {
        setView(now)
        setDeeds((done) => done.filter((deed) => deed.kind !== 'confirmed' || deed.cover !== cover))
        work.tell({ kind: 'taken-back' })
      },
    )
  const undo = () => {
    const last = deeds.at(-1)
    if (last === undefined) return
    if (last.kind === 'confirmed') return withdraw(last.cover)
    work.once(
      () => ask['scheme.note']({ ...whose, fact: last.fact, known: last.before }),
      ({ view: now }) => {
        setView(now)
        setDeeds((done) => done.filter((deed) => deed !== last))
        work.tell({ kind: 'taken-back' })
      },
    )
  }
  const print = () =>
    work.once(
      () => ask['scheme.print']({ personId: person.id }),
      () => work.tell({ kind: 'printing' }),
    )
  return { made, told: work.told, canUndo: deeds.length > 0, note, use, withdraw, undo, print }
}

/** Which schemes and programmes one person may have, the question that settles most, and what the answers rest on. */
export function SchemeScreen({ hims, person, round, onBack }: Props) {
  const { t, language } = useText()
  const deeds = useDeeds({ hims, person, round })
  const [all, setAll] = useState(false)
  const [putOff, setPutOff] = useState<readonly string[]>([])
  const answer = useAnswer(`${person.id} ${language} ${round}`, () =>
    hims.ask['scheme.open']({ personId: person.id, language }),
  )
  // What a deed answered is newer than what was read before it, until the records or the page's language change.
  const { made } = deeds
  const isNewest = made !== null && (answer.kind !== 'here' || made.of === `${language} ${round}`)
  const view = isNewest ? made.view : latest(answer)
  const usable = (view?.lines ?? [])
    .filter(({ answer: said, cover }) => said === 'yes' && cover === null)
    .slice(0, KEYS)
  const ask = view?.asks.find(({ fact }) => !putOff.includes(fact)) ?? null
  const keys: Hotkeys = Object.fromEntries(usable.map((line, at) => [`Ctrl+${at + 1}`, () => deeds.use(line)]))
  const skip = (asked: SchemeAsk) => setPutOff((before) => [...before, asked.fact])
  useHotkeys({
    ...keys,
    Escape: onBack,
    F6: deeds.print,
    F7: ask === null ? undefined : () => skip(ask),
    F8: () => setAll(!all),
    F9: deeds.canUndo ? deeds.undo : undefined,
  })
  const title = t('scheme.desk.title', { name: person.name.latin })
  return (
    <div className="scheme-screen">
      <section className="panel scheme-panel" aria-label={title}>
        <div className="sheet-head scheme-head">
          <h1>{title}</h1>
          {view === null ? null : (
            <span className="meta muted">{t('scheme.desk.here', { count: view.lines.length })}</span>
          )}
        </div>
        {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
        <Scroll label={title}>
          {view === null ? null : (
            <SchemeLines
              lines={view.lines}
              all={all}
              keyed={usable.map(({ scheme }) => scheme)}
              onUse={deeds.use}
              onWithdraw={({ cover }) => cover !== null && deeds.withdraw(cover.id)}
            />
          )}
        </Scroll>
        <div className="list-foot scheme-foot">
          {view === null ? null : <Edition rules={view.rules} />}
          <ActionButton cap="F8" onPress={() => setAll(!all)}>
            {t(all ? 'scheme.desk.fewer' : 'scheme.desk.reasons')}
          </ActionButton>
          <ActionButton cap="F6" onPress={deeds.print}>
            {t('scheme.desk.print')}
          </ActionButton>
          <ActionButton cap="Esc" onPress={onBack}>
            {t('desk.back')}
          </ActionButton>
        </div>
      </section>
      <aside className="panel scheme-work" aria-label={t('scheme.desk.ask')}>
        <Scroll label={t('scheme.desk.ask')}>
          {deeds.told === null ? null : <SchemeToldNote told={deeds.told} />}
          {view === null ? null : ask === null ? (
            <AllAsked putOff={view.asks.length > 0} onAgain={() => setPutOff([])} />
          ) : (
            <AskCard
              key={`${ask.fact} ${ask.kind}`}
              ask={ask}
              onKnown={(known) => deeds.note(ask.fact, ask.name, known)}
              onSkip={() => skip(ask)}
            />
          )}
          {view === null ? null : (
            <GroundList grounds={view.grounds} onTakeBack={({ fact, name }) => deeds.note(fact, name, null)} />
          )}
        </Scroll>
        <div className="list-foot">
          {ask === null ? null : (
            <ActionButton cap="F7" onPress={() => skip(ask)}>
              {t('scheme.desk.skip')}
            </ActionButton>
          )}
          {deeds.canUndo ? (
            <ActionButton cap="F9" onPress={deeds.undo}>
              {t('scheme.desk.undo')}
            </ActionButton>
          ) : null}
        </div>
      </aside>
    </div>
  )
}
