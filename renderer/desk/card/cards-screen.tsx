import { useState } from 'react'

import type { CardWishes } from '../../../contract/desk.ts'
import type { CardId } from '../../../domain/id.ts'
import type { Person } from '../../../domain/person/person.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { DeskBridge } from '../desk-bridge.ts'
import type { Issue } from '../issue.ts'
import { BatchScreen } from './batch-screen.tsx'
import { CardList } from './card-list.tsx'
import { CardSteps } from './card-steps.tsx'
import { readyWishes } from './emergency-contact.ts'
import { NewCardPart } from './new-card.tsx'
import { ReplaceForm } from './replace-form.tsx'
import { ToldNote } from './told-note.tsx'
import { useCardWork } from './use-card-work.ts'
import { WrongCardScreen } from './wrong-card-screen.tsx'

interface Props {
  readonly hims: DeskBridge
  readonly person: Person
  readonly today: string
  readonly now: Date
  /** Grows whenever the records changed. */
  readonly round: number
  readonly onBack: () => void
  readonly onIssued: (issue: Issue) => void
}

const nothingMore: CardWishes = { details: false, emergency: false, face: false }

/** One person's cards: which there are, how each stands, and the steps of its life. */
export function CardsScreen({ hims, person, today, now, round, onBack, onIssued }: Props) {
  const { t } = useText()
  const [own, setOwn] = useState(0)
  const [picked, setPicked] = useState<CardId | null>(null)
  const [replacing, setReplacing] = useState(false)
  const [wishes, setWishes] = useState(nothingMore)
  const [wrong, setWrong] = useState<CardId | null>(null)
  const [many, setMany] = useState(false)
  const [asked, setAsked] = useState(0)
  const answer = useAnswer(`${person.id} ${round} ${own}`, () => hims.ask['card.list']({ personId: person.id }))
  const desk = latest(answer)
  const work = useCardWork({ hims, person, onIssued, onChanged: () => setOwn((before) => before + 1) })
  const cards = desk?.cards ?? []
  const card = cards.find(({ cardId }) => cardId === picked) ?? cards[0] ?? null
  useHotkeys({ Escape: onBack })
  // What was typed stays; the box that is not right says what it lacks.
  const withWishes = (make: (ready: CardWishes) => void) => {
    const ready = readyWishes(wishes)
    if (ready === null) setAsked(asked + 1)
    else make(ready)
  }
  const choose = (id: CardId) => {
    setPicked(id)
    setReplacing(false)
    work.quiet()
  }
  const title = t('cards.title', { name: person.name.latin })
  if (many) return <BatchScreen hims={hims} today={today} now={now} round={round} onBack={() => setMany(false)} />
  if (wrong !== null) {
    const back = () => {
      setWrong(null)
      setOwn((before) => before + 1)
    }
    return <WrongCardScreen {...{ hims, person, today, now, round }} cardId={wrong} onBack={back} />
  }
  return (
    <div className="cards-screen">
      <section className="panel cards-panel" aria-label={title}>
        <div className="sheet-head">
          <h1>{title}</h1>
        </div>
        {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
        {desk !== null && cards.length === 0 ? <p className="sheet-empty muted">{t('cards.none')}</p> : null}
        {cards.length === 0 ? null : (
          <CardList label={title} cards={cards} chosen={card?.cardId ?? null} today={today} onChoose={choose} />
        )}
        <div className="list-foot">
          <ActionButton cap="Esc" onPress={onBack}>
            {t('desk.back')}
          </ActionButton>
          <ActionButton cap="Shift F9" onPress={() => setMany(true)}>
            {t('cards.batch.open')}
          </ActionButton>
        </div>
      </section>
      <aside className="panel cards-work" aria-label={t('cards.new')}>
        <Scroll label={t('cards.new')}>
          {work.told === null ? null : <ToldNote told={work.told} />}
          {desk !== null && card !== null && replacing ? (
            <ReplaceForm
              card={card}
              desk={desk}
              today={today}
              busy={work.busy}
              wrong={work.wrong}
              onBack={() => setReplacing(false)}
              onReplace={(how) => withWishes((ready) => work.replace(card, { ...how, wishes: ready }))}
            />
          ) : null}
          {desk !== null && card !== null && !replacing ? (
            <CardSteps
              card={card}
              today={today}
              supervisor={desk.supervisor}
              onChange={(to) => work.change(card, to)}
              onWrong={() => setWrong(card.cardId)}
              onReplace={() =>
                withWishes(() => {
                  setReplacing(true)
                  work.quiet()
                })
              }
            />
          ) : null}
          {desk === null || replacing ? null : (
            <NewCardPart
              desk={desk}
              person={person}
              busy={work.busy}
              wishes={wishes}
              asked={asked}
              onWishes={(wanted) => {
                setAsked(0)
                setWishes(wanted)
              }}
              onTemporary={() => withWishes(work.temporary)}
              onPermanent={(more) => withWishes((ready) => work.permanent(ready, more))}
            />
          )}
        </Scroll>
      </aside>
    </div>
  )
}
