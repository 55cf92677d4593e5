import { useState } from 'react'

import type { BoardRow } from '../../../contract/order.ts'
import type { VisitNoted } from '../../../contract/visit.ts'
import type { PersonId } from '../../../domain/id.ts'
import type { Text } from '../../../domain/text/catalogue.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { momentText } from '../../ui/format.ts'
import { StateShape } from '../../ui/icon/state-shape.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import { NotDoneNote } from '../../ui/not-done-note.tsx'
import type { NotDone } from '../../ui/not-done-note.tsx'
import { PersonNameText } from '../../ui/person-name-text.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { useOnce } from '../../ui/use-once.ts'
import type { PharmacyBridge } from '../pharmacy-bridge.ts'

type Noting = Parameters<PharmacyBridge['ask']['board.note']>[0]['kind']

const shapes = {
  asked: 'wait',
  answered: 'care',
  'to-pick': 'wait',
  picking: 'wait',
  picked: 'ok',
  called: 'ok',
  part: 'care',
} as const

/** Who has it: the one who picks it, or the counter that holds it. */
function whoText(t: Text, { picker, isHere, holder }: BoardRow): string {
  if (picker !== null) {
    return picker.counter === null ? picker.name : t('order.board.by', { name: picker.name, counter: picker.counter })
  }
  if (isHere) return ''
  return holder === null ? t('order.board.at.other') : t('order.board.at', { counter: holder })
}

/** What may be said of a row here and now: nobody picks what another has taken, or has no right to. */
const mayNote = ({ isHere, picker, state }: BoardRow): readonly Noting[] => {
  if (!isHere || (picker !== null && !picker.isHere)) return []
  if (picker === null) return state === 'asked' ? [] : ['picking']
  if (state === 'picking') return ['picked', 'laid-down']
  return state === 'asked' ? ['laid-down'] : ['called', 'laid-down']
}

interface RowProps {
  readonly row: BoardRow
  readonly at: number
  readonly selected: boolean
  readonly now: Date
  readonly onSelect: () => void
}

function Row({ row, at, selected, now, onSelect }: RowProps) {
  const { t } = useText()
  const { name, token, open, state, since } = row
  return (
    // The keyboard reaches rows by the arrows and their digits.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <tr
      className={selected ? 'selected' : ''}
      onClick={onSelect}
      {...(selected ? { 'aria-current': 'true' as const } : {})}
    >
      <td>{at < 9 ? <KeyCap name={String(at + 1)} /> : null}</td>
      <td>
        {token === null ? <span className="muted">{t('order.board.no-token')}</span> : <b className="num">{token}</b>}
      </td>
      <td>
        {name === null ? <span className="muted">{t('visit.not-here-yet')}</span> : <PersonNameText name={name} />}
      </td>
      <td className="figure num">{open}</td>
      <td>
        <span className={`row ${shapes[state]}`}>
          <StateShape kind={shapes[state]} />
          <b>{t(`order.board.state.${state}`)}</b>
        </span>
        <span className="meta under">{t('order.board.since', { time: momentText(t, new Date(since), now) })}</span>
      </td>
      <td>{whoText(t, row)}</td>
    </tr>
  )
}

const columns = ['token', 'person', 'medicines', 'state', 'who'] as const

interface Props {
  readonly hims: PharmacyBridge
  readonly round: number
  readonly now: Date
  readonly onOpen: (person: PersonId) => void
}

/** Prescriptions that wait, from the doctor's signature to the window: ready before the person comes, picked by one. */
export function BoardPage({ hims, round, now, onOpen }: Props) {
  const { t } = useText()
  const [chosen, setChosen] = useState<string | null>(null)
  const [again, setAgain] = useState(0)
  const [problem, setProblem] = useState<NotDone | null>(null)
  const answer = useAnswer(`${round} ${again}`, () => hims.ask['board.now']({}))
  const rows = latest(answer) ?? []
  const at = Math.max(
    0,
    rows.findIndex(({ prescriptionId }) => prescriptionId === chosen),
  )
  const row = rows[at]
  const select = (to: number) => setChosen(rows[Math.max(0, Math.min(rows.length - 1, to))]?.prescriptionId ?? null)
  const { busy, run } = useOnce<VisitNoted>((came) => {
    setProblem(came.kind === 'noted' ? null : came)
    setAgain((before) => before + 1)
  })
  const note = (kind: Noting) => () => {
    if (row === undefined || busy) return
    setChosen(row.prescriptionId)
    run(async () => {
      const came = await hims.ask['board.note']({ prescriptionId: row.prescriptionId, kind })
      if (kind === 'picking' && came.kind === 'noted') onOpen(row.personId)
      return came
    })
  }
  const may = row === undefined ? [] : mayNote(row)
  const digits = rows.slice(0, 9).map((_, to): readonly [string, () => void] => [String(to + 1), () => select(to)])
  useHotkeys({ ...Object.fromEntries(digits), ArrowDown: () => select(at + 1), ArrowUp: () => select(at - 1) })
  return (
    <div className="board">
      <h1 className="spoken-only">{t('order.board')}</h1>
      <section className="panel board-panel" aria-labelledby="board-title">
        <h2 id="board-title" className="heading">
          {t('order.board.title')}
        </h2>
        <Scroll label={t('order.board.title')} className="scroll">
          {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
          {problem === null ? null : <NotDoneNote why={problem} changed={t('order.changed')} />}
          {answer.kind === 'here' && rows.length === 0 ? (
            <p className="collect-empty">{t('order.board.none')}</p>
          ) : null}
          {rows.length === 0 ? null : (
            <table className="pick-table board-table">
              <thead>
                <tr>
                  <th>
                    <span className="spoken-only">{t('pharmacy.pick.row')}</span>
                  </th>
                  {columns.map((column) => (
                    <th key={column} scope="col" className={column === 'medicines' ? 'figure' : ''}>
                      {t(`order.board.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((each, place) => (
                  <Row
                    key={each.prescriptionId}
                    row={each}
                    at={place}
                    selected={place === at}
                    now={now}
                    onSelect={() => setChosen(each.prescriptionId)}
                  />
                ))}
              </tbody>
            </table>
          )}
        </Scroll>
        {row === undefined ? null : (
          <div className="pick-actions board-actions">
            {may.includes('picking') ? (
              <ActionButton kind="go" cap="Enter" size="tall" onPress={note('picking')}>
                {t('order.board.take')}
              </ActionButton>
            ) : (
              <ActionButton kind="go" cap="Enter" size="tall" onPress={() => onOpen(row.personId)}>
                {t('order.board.open')}
              </ActionButton>
            )}
            {may.includes('picked') ? (
              <ActionButton cap="F6" size="tall" onPress={note('picked')}>
                {t('order.board.picked')}
              </ActionButton>
            ) : null}
            {may.includes('called') ? (
              <ActionButton cap="F7" size="tall" onPress={note('called')}>
                {t('order.board.call')}
              </ActionButton>
            ) : null}
            {may.includes('laid-down') ? (
              <ActionButton cap="F9" size="tall" onPress={note('laid-down')}>
                {t('order.board.lay-down')}
              </ActionButton>
            ) : null}
          </div>
        )}
      </section>
    </div>
  )
}
