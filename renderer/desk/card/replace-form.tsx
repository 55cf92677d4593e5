import { useState } from 'react'

import type { CardDesk, CardView } from '../../../contract/desk.ts'
import { FACTS_NEEDED } from '../../../domain/person/check-fact.ts'
import type { Fact } from '../../../domain/person/check-fact.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { readFact, readFacts } from './fact-text.ts'
import type { FactTexts } from './fact-text.ts'
import type { Replacing } from './use-card-work.ts'

interface Props {
  readonly card: CardView
  readonly desk: CardDesk
  readonly today: string
  readonly busy: boolean
  readonly wrong: readonly Fact[]
  readonly onBack: () => void
  readonly onReplace: (how: Pick<Replacing, 'cause' | 'answers' | 'bySupervisor'>) => void
}

const causes = ['lost', 'damaged', 'changed'] as const
type Cause = (typeof causes)[number]

/** Two facts are asked for and compared by the program before a card is replaced. */
export function ReplaceForm({ card, desk, today, busy, wrong, onBack, onReplace }: Props) {
  const { t } = useText()
  const [cause, setCause] = useState<Cause>('lost')
  const [texts, setTexts] = useState<FactTexts>({})
  const asked = desk.askable
  const answers = readFacts(texts, asked, today)
  const problemOf = (fact: Fact): string | null => {
    if (wrong.includes(fact)) return t('cards.fact.differs')
    // While it is being typed nothing is wrong yet.
    const enough = (texts[fact] ?? '').length > (fact === 'birth' ? 8 : 4)
    return enough && readFact(fact, texts[fact] ?? '', today) === 'unreadable' ? t('cards.fact.unreadable') : null
  }
  const check = () => onReplace({ cause, answers: [...answers], bySupervisor: false })
  const withoutFacts = () => onReplace({ cause, answers: [], bySupervisor: true })
  useHotkeys({ Escape: onBack, 'Ctrl+Enter': check, ...(desk.supervisor ? { F9: withoutFacts } : {}) })
  return (
    <div className="replace-form">
      <h2>{t('cards.replace.title', { code: card.shortCode })}</h2>
      <Segmented
        label={t('cards.cause')}
        segments={causes.map((value, at) => ({ value, label: t(`cards.cause.${value}`), cap: String(at + 1) }))}
        value={cause}
        onChange={setCause}
      />
      <p className="note-size">{t('cards.facts')}</p>
      <div className="fact-grid">
        {asked.map((fact, at) => (
          <Field
            key={fact}
            label={t(`cards.fact.${fact}`)}
            value={texts[fact] ?? ''}
            onChange={(text) => setTexts({ ...texts, [fact]: text })}
            problem={problemOf(fact)}
            numeric={fact === 'abha' || fact === 'phone' || fact === 'birth'}
            coded={fact === 'abha'}
            // The first question is what this part opens for.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={at === 0}
          />
        ))}
      </div>
      <div className="row wrap">
        <ActionButton
          kind={answers.length >= FACTS_NEEDED ? 'go' : 'plain'}
          cap="Ctrl Enter"
          size="tall"
          onPress={check}
        >
          {t(busy ? 'desk.next.printing' : 'cards.check')}
        </ActionButton>
        {desk.supervisor ? (
          <ActionButton cap="F9" size="tall" onPress={withoutFacts}>
            {t('cards.by-supervisor')}
          </ActionButton>
        ) : null}
        <ActionButton cap="Esc" size="tall" onPress={onBack}>
          {t('desk.back')}
        </ActionButton>
      </div>
    </div>
  )
}
