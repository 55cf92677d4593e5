import { useState } from 'react'

import type { PersonId } from '../../../domain/id.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Note } from '../../ui/note.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { DeskAnswer, DeskBridge } from '../desk-bridge.ts'
import { CompareTable } from './compare-table.tsx'
import { MergeToldNote } from './merge-told.tsx'
import type { Pair } from './pair.ts'
import { useMergeWork } from './use-merge-work.ts'

interface Props {
  readonly hims: DeskBridge
  readonly pair: Pair
  readonly round: number
  readonly onBack: () => void
  /** The two are one person, or apart again; the first is the record to open. */
  readonly onDone: (open: PersonId) => void
}

type Compared = NonNullable<DeskAnswer<'person.compare'>>

interface StepsProps extends Omit<Props, 'round' | 'pair'> {
  readonly compared: Compared
}

/** Two records that may be one person: which is kept, and the step that joins them. */
function Joining({ hims, compared, onBack, onDone }: StepsProps) {
  const { t } = useText()
  const { one, other, differs, supervisor } = compared
  const [kept, setKept] = useState(one.person.id)
  const work = useMergeWork()
  const merged = kept === one.person.id ? other.person.id : one.person.id
  const join = () =>
    work.once(
      () => hims.ask['person.link']({ kept, merged }),
      () => onDone(kept),
    )
  const keep = (id: PersonId) => {
    setKept(id)
    work.quiet()
  }
  useHotkeys({ Enter: join, '1': () => keep(one.person.id), '2': () => keep(other.person.id) })
  return (
    <>
      <Scroll label={t('merge.compare.title')}>
        <Note kind="plain">
          <p>{t('merge.compare.next')}</p>
        </Note>
        <CompareTable one={one} other={other} differs={differs} kept={kept} onKeep={keep} />
      </Scroll>
      <MergeToldNote told={work.told} />
      <div className="form-foot">
        <ActionButton
          kind="go"
          cap="Enter"
          size="tall"
          under={supervisor ? undefined : t('cards.supervisor')}
          onPress={join}
        >
          {t(work.busy ? 'merge.join.busy' : 'merge.join')}
        </ActionButton>
        <ActionButton cap="Esc" size="tall" onPress={onBack}>
          {t('merge.join.not')}
        </ActionButton>
      </div>
    </>
  )
}

/** Two records that are one person: how each is by itself, and the step that separates them. */
function Separating({ hims, compared, onBack, onDone }: StepsProps) {
  const { t } = useText()
  const { one, other, differs, supervisor, link } = compared
  const work = useMergeWork()
  const separate = () => {
    if (link === null) return
    work.once(
      () => hims.ask['person.unlink']({ linkId: link.id, reason: '' }),
      () => onDone(link.kept),
    )
  }
  useHotkeys({ F9: separate, Enter: onBack })
  return (
    <>
      <Scroll label={t('merge.separate.title')}>
        <Note kind="plain">
          <p>{t('merge.separate.next')}</p>
        </Note>
        <CompareTable one={one} other={other} differs={differs} kept={null} />
      </Scroll>
      <MergeToldNote told={work.told} />
      <div className="form-foot">
        <ActionButton kind="go" cap="Enter" size="tall" onPress={onBack}>
          {t('merge.separate.not')}
        </ActionButton>
        <ActionButton cap="F9" size="tall" under={supervisor ? undefined : t('cards.supervisor')} onPress={separate}>
          {t(work.busy ? 'merge.separate.busy' : 'merge.separate')}
        </ActionButton>
      </div>
    </>
  )
}

/** Two records side by side, to join them or to separate them again. */
export function CompareScreen({ hims, pair, round, onBack, onDone }: Props) {
  const { t } = useText()
  const answer = useAnswer(`${pair.one} ${pair.other} ${round}`, () => hims.ask['person.compare'](pair))
  const compared = latest(answer)
  useHotkeys({ Escape: onBack })
  const title = t(compared?.alreadyOne === true ? 'merge.separate.title' : 'merge.compare.title')
  const steps = { hims, onBack, onDone }
  return (
    <div className="merge-screen">
      <section className="panel merge-panel" aria-label={title}>
        <div className="sheet-head">
          <h1>{title}</h1>
          <p className="muted">{t(compared?.alreadyOne === true ? 'merge.separate.about' : 'merge.compare.about')}</p>
        </div>
        {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
        {answer.kind === 'here' && compared === null ? (
          <p className="sheet-empty muted">{t('merge.not-here')}</p>
        ) : null}
        {compared === null ? null : compared.alreadyOne ? (
          <Separating {...steps} compared={compared} />
        ) : (
          <Joining key={pair.other} {...steps} compared={compared} />
        )}
      </section>
    </div>
  )
}
