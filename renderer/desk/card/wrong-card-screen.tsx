import { useRef, useState } from 'react'

import type { VisitSince } from '../../../contract/wrong-card.ts'
import type { Refusal } from '../../../contract/channel.ts'
import type { CardId, VisitId } from '../../../domain/id.ts'
import type { Person } from '../../../domain/person/person.ts'
import { useText } from '../../text/use-text.tsx'
import { answered } from '../../ui/ask.ts'
import { ActionButton } from '../../ui/button.tsx'
import { momentText } from '../../ui/format.ts'
import { Note } from '../../ui/note.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { Written } from '../../ui/written.tsx'
import { PersonPick } from '../correct/person-pick.tsx'
import type { DeskAnswer, DeskBridge } from '../desk-bridge.ts'
import { Tick } from '../../ui/tick.tsx'
import { NotOpened } from './not-opened.tsx'
import { ToldNote } from './told-note.tsx'

interface Props {
  readonly hims: DeskBridge
  readonly cardId: CardId
  readonly person: Person
  readonly today: string
  readonly now: Date
  /** Grows whenever the records changed. */
  readonly round: number
  readonly onBack: () => void
}

type Answer = DeskAnswer<'wrong-card.right'> | DeskAnswer<'wrong-card.undo'>
type Told = Answer | { readonly kind: 'refused'; readonly refusal: Refusal }
type Opened = NonNullable<DeskAnswer<'wrong-card.open'>>
type Holder = Person | 'unknown' | null

function Came({ told }: { readonly told: Told }) {
  const { t } = useText()
  if (told.kind === 'righted') return null
  if (told.kind === 'undone') return <Note kind="ok" title={t('cards.wrong.undone')} />
  if (told.kind === 'gone') return <Note kind="care" title={t('merge.family.gone')} />
  return <ToldNote told={told} />
}

interface DoneProps {
  readonly opened: Opened
  readonly now: Date
  readonly onUndo: (id: string) => void
}

/** What was done about this card before, and the way back from it. */
function Done({ opened, now, onUndo }: DoneProps) {
  const { t } = useText()
  const [last] = opened.done
  if (last === undefined) return null
  const when = momentText(t, new Date(last.at), now)
  return (
    <Note kind={last.undone ? 'wait' : 'ok'} title={t('cards.wrong.done', { name: last.by, when })}>
      <p>{t('cards.wrong.done.what', { visits: last.visits, holder: last.holder ?? '' })}</p>
      {last.card === null ? null : <p>{t('cards.wrong.done.card', { code: `⁨${last.card}⁩` })}</p>}
      {last.undone ? (
        <p>{t('cards.wrong.was-undone')}</p>
      ) : (
        <ActionButton cap="F9" onPress={() => onUndo(last.id)}>
          {t('cards.wrong.undo')}
        </ActionButton>
      )}
    </Note>
  )
}

interface VisitsProps {
  readonly visits: readonly VisitSince[]
  readonly chosen: readonly VisitId[]
  readonly holder: string | null
  readonly now: Date
  readonly onChoose: (chosen: readonly VisitId[]) => void
}

/** What was given on the card: each is the holder's or not. */
function Visits({ visits, chosen, holder, now, onChoose }: VisitsProps) {
  const { t, language } = useText()
  if (visits.length === 0) return <p className="muted">{t('cards.wrong.visits.none')}</p>
  const turn = (id: VisitId, on: boolean) => onChoose(on ? [...chosen, id] : chosen.filter((each) => each !== id))
  return (
    <>
      {visits.map(({ id, label, department, at, waits }) => (
        <Tick key={id} checked={chosen.includes(id)} onChange={(on) => turn(id, on)}>
          {t('cards.wrong.visit', {
            token: `⁨${label}⁩`,
            department: department[language],
            when: momentText(t, new Date(at), now),
          })}
          {waits ? <small className="meta muted"> {t('cards.wrong.visit.waits')}</small> : null}
        </Tick>
      ))}
      {holder === null ? null : (
        <ActionButton cap="F7" onPress={() => onChoose(visits.map(({ id }) => id))}>
          {t('cards.wrong.all', { name: holder })}
        </ActionButton>
      )}
    </>
  )
}

/** A card that was handed to the wrong person: who has it, what was given on it, and all of it put right at once. */
export function WrongCardScreen({ hims, cardId, person, today, now, round, onBack }: Props) {
  const { t } = useText()
  const [own, setOwn] = useState(0)
  const [holder, setHolder] = useState<Holder>(null)
  const [chosen, setChosen] = useState<readonly VisitId[]>([])
  const [reissue, setReissue] = useState(true)
  const [told, setTold] = useState<Told | null>(null)
  const under = useRef(false)
  const answer = useAnswer(`${cardId} ${round} ${own}`, () => hims.ask['wrong-card.open']({ cardId }))
  const opened = latest(answer)
  const again = () => setOwn((before) => before + 1)
  const say = async (ask: () => Promise<Answer>) => {
    if (under.current) return
    under.current = true
    const said = await answered(ask())
    under.current = false
    setTold(said.ok ? said.value : { kind: 'refused', refusal: said.problem })
    again()
    if (!said.ok || said.value.kind !== 'righted') return
    setHolder(null)
    setChosen([])
  }
  const known = holder === null || holder === 'unknown' ? null : holder
  const put = () => {
    if (holder === null) return
    const visits = known === null ? [] : [...chosen]
    const asked = { cardId, holder: known?.id ?? null, visits, reissue, language: person.language }
    void say(() => hims.ask['wrong-card.right'](asked))
  }
  const undo = (id: string) => void say(() => hims.ask['wrong-card.undo']({ id }))
  const last = opened?.done.find(({ undone }) => !undone)
  const all = () => setChosen(opened?.visits.map(({ id }) => id) ?? [])
  useHotkeys({
    Escape: holder === null ? onBack : () => setHolder(null),
    'Ctrl+Enter': holder === null ? undefined : put,
    F7: known === null ? undefined : all,
    F8: holder === null ? () => setHolder('unknown') : undefined,
    F9: last === undefined ? undefined : () => undo(last.id),
  })
  if (opened === null) {
    if (answer.kind !== 'here' && answer.kind !== 'refused') return null
    return (
      <NotOpened refusal={answer.kind === 'here' ? null : answer.refusal} onAgain={again} onBack={onBack}>
        {told === null ? null : <Came told={told} />}
      </NotOpened>
    )
  }
  const { name } = opened.owner
  const title = t('cards.wrong.title', { code: `⁨${opened.shortCode}⁩` })
  return (
    <div className="sheet-screen two-sheets wrong-card">
      <section className="panel sheet-panel" aria-label={title}>
        <div className="sheet-head">
          <h1>{title}</h1>
          <p className="muted">{t('cards.wrong.about', { name: name.latin })}</p>
        </div>
        <Scroll label={title}>
          <Done opened={opened} now={now} onUndo={undo} />
          <div className="wrong-part">
            <h2>{t('cards.wrong.visits', { name: name.latin })}</h2>
            <Visits
              visits={opened.visits}
              chosen={chosen}
              holder={known?.name.latin ?? null}
              now={now}
              onChoose={setChosen}
            />
          </div>
          <div className="wrong-part">
            <Tick checked={reissue} onChange={setReissue}>
              {t('cards.wrong.reissue', { name: name.latin })} <small>{t('cards.left', { count: opened.left })}</small>
            </Tick>
            <p className="meta muted">{t('cards.wrong.medicine')}</p>
          </div>
        </Scroll>
        {told === null ? null : <Came told={told} />}
        <div className="form-foot">
          <ActionButton kind={holder === null ? 'later' : 'go'} cap="Ctrl Enter" size="tall" onPress={put}>
            {t('cards.wrong.do')}
          </ActionButton>
          <ActionButton cap="Esc" size="tall" onPress={onBack}>
            {t('desk.back')}
          </ActionButton>
        </div>
      </section>
      <aside className="panel sheet-panel" aria-label={t('cards.wrong.holder')}>
        <div className="sheet-head">
          <h2>{t('cards.wrong.holder')}</h2>
        </div>
        <Scroll label={t('cards.wrong.holder')}>
          {holder === null ? (
            <>
              <PersonPick hims={hims} first="" except={opened.owner.id} today={today} onPick={setHolder} />
              <div className="person-pick">
                <ActionButton cap="F8" block onPress={() => setHolder('unknown')}>
                  {t('cards.wrong.holder.unknown')}
                </ActionButton>
              </div>
            </>
          ) : (
            <div className="person-pick">
              <b>{known === null ? t('cards.wrong.holder.unknown') : <Written text={known.name.latin} />}</b>
              <ActionButton block onPress={() => setHolder(null)}>
                {t('cards.wrong.holder.other')}
              </ActionButton>
            </div>
          )}
        </Scroll>
      </aside>
    </div>
  )
}
