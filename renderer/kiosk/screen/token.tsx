import type { ReactNode } from 'react'

import type { FourTexts } from '../../../domain/language.ts'
import { unreachable } from '../../../domain/result.ts'
import type { MessageId } from '../../../domain/text/catalogue.ts'
import { Press, Question } from '../control.tsx'
import { ClearingWords, MoreTime } from '../clearing.tsx'
import { DeskPicture, QueuePicture, SlipPicture } from '../pictogram/thing.tsx'
import { FollowPicture, WaitPicture } from '../pictogram/way.tsx'
import { useText } from '../../text/use-text.tsx'
import type { Paper, Token } from '../state.ts'
import { SlipDrawing } from './slip.tsx'

interface Props {
  readonly token: Token
  readonly paper: Paper
  readonly place: FourTexts | null
  readonly left: number | null
  readonly total: number
  readonly more: () => void
  readonly done: () => void
}

/** What the person reads first, by how the paper fares. */
export function headingOf(paper: Paper): MessageId {
  if (paper.kind === 'printing') return 'kiosk.token.printing'
  if (paper.kind === 'printed') return 'kiosk.token.take'
  return paper.reason === 'uncertain' ? 'kiosk.token.unsure' : 'kiosk.token.no-paper'
}

/** Why there is no paper, as far as a visitor needs to know. */
export function reasonOf(paper: Extract<Paper, { kind: 'not-printed' }>): MessageId {
  switch (paper.reason) {
    case 'paper-out':
      return 'kiosk.paper.paper-out'
    case 'cover-open':
      return 'kiosk.paper.cover-open'
    case 'uncertain':
      return 'kiosk.paper.uncertain'
    case 'unreachable':
    case 'offline':
    case 'no-printer':
    case 'disk-full':
      return 'kiosk.paper.printer-off'
    default:
      return unreachable(paper.reason)
  }
}

const Step = ({
  number,
  picture,
  words,
}: {
  readonly number: number
  readonly picture: ReactNode
  readonly words: string
}) => (
  <li className="step">
    <span className="number num">{number}</span>
    {picture}
    <b>{words}</b>
  </li>
)

/** The number alone, as large as it goes, when paper cannot carry it. */
const Bare = ({ token, words }: { readonly token: Token; readonly words: string }) => (
  <div className="bare">
    <p className="bare-number num">{token.label}</p>
    <p>{words}</p>
  </div>
)

const Turn = ({ expected }: { readonly expected: NonNullable<Token['expected']> }) => {
  const { t } = useText()
  return (
    <div className="turn">
      <QueuePicture />
      <span>
        <b>{t('kiosk.turn', { from: expected.from, to: expected.to })}</b>
        <span>{t('kiosk.before', { count: expected.before })}</span>
      </span>
    </div>
  )
}

export function TokenScreen({ token, paper, place, left, total, more, done }: Props) {
  const { t } = useText()
  const { label, department, expected } = token
  const room = department.room
  // A number that is broken over two lines is read as another one.
  const whole = label.replace(' ', '\u00a0')
  const first =
    paper.kind === 'not-printed' ? (
      <Step number={1} picture={<DeskPicture className="pic" />} words={t('kiosk.step.remember', { token: whole })} />
    ) : (
      <Step number={1} picture={<SlipPicture className="pic" />} words={t('kiosk.step.take')} />
    )
  return (
    <main className="screen" aria-labelledby="question">
      <Question title={t(headingOf(paper))} hint={t('kiosk.token.number', { token: label })} />
      <div className="kiosk-body">
        <output className="spoken-only">
          {t(headingOf(paper))} {t('kiosk.token.number', { token: label })}
        </output>
        <div className={paper.kind === 'not-printed' ? 'token-two without' : 'token-two'}>
          <div className="token-side">
            {paper.kind === 'not-printed' ? (
              <Bare token={token} words={t(reasonOf(paper))} />
            ) : (
              <SlipDrawing token={token} place={place} moving={paper.kind === 'printing'} />
            )}
            {expected === null || paper.kind === 'not-printed' ? null : <Turn expected={expected} />}
          </div>
          <ol className="steps">
            {first}
            <Step
              number={2}
              picture={<FollowPicture line={department.line} room={department.room} />}
              words={t(`kiosk.step.${department.line}`, { room })}
            />
            <Step
              number={3}
              picture={<WaitPicture number={label.replace(/^\D+/, '')} />}
              words={t('kiosk.step.wait', { token: whole })}
            />
          </ol>
          {expected !== null && paper.kind === 'not-printed' ? <Turn expected={expected} /> : null}
        </div>
        <div className="finish">
          <Press className="act" first onPress={done}>
            <span>{paper.kind === 'not-printed' ? t('kiosk.token.know') : t('kiosk.token.have')}</span>
          </Press>
          {left === null ? null : (
            <>
              <ClearingWords left={left} total={total} />
              <MoreTime more={more} />
            </>
          )}
        </div>
      </div>
    </main>
  )
}
