import type { ReactNode } from 'react'

import { unreachable } from '../../../domain/result.ts'
import type { Text } from '../../../domain/text/catalogue.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { clockText } from '../../ui/format.ts'
import type { StateKind } from '../../ui/icon/state-shape.tsx'
import { Note } from '../../ui/note.tsx'
import type { List } from '../pharmacy-bridge.ts'
import type { Claimed } from './use-claim.ts'

type Place = List['prescriptions'][number]['place']

interface Props {
  readonly place: Place
  readonly isOnline: boolean
  readonly asking: boolean
  readonly said: Claimed | null
  readonly onAsk: () => void
  readonly onLetGo: () => void
}

interface Told {
  readonly kind: StateKind
  readonly title: string
  readonly next: string
  readonly mayAsk: boolean
}

const whereText = (t: Text, { counters }: Place): string =>
  counters.length === 0 ? t('pharmacy.right.elsewhere') : t('pharmacy.right.at', { counters: counters.join(', ') })

/** What a page says of a prescription's right; null while all of it is here. */
export function rightTold(t: Text, place: Place, isOnline: boolean): Told | null {
  const { state } = place
  switch (state.kind) {
    case 'here':
      return null
    case 'came':
      return { kind: 'ok', title: t('pharmacy.right.came'), next: t('pharmacy.right.came.next'), mayAsk: false }
    case 'there':
      return isOnline
        ? { kind: 'wait', title: whereText(t, place), next: t('pharmacy.right.at.next'), mayAsk: true }
        : { kind: 'wait', title: whereText(t, place), next: t('pharmacy.right.offline'), mayAsk: false }
    case 'asked': {
      const title = t('pharmacy.right.asked', { time: clockText(new Date(state.until)) })
      return { kind: 'wait', title, next: t('pharmacy.right.asked.next'), mayAsk: false }
    }
    case 'silent': {
      const next = t(isOnline ? 'pharmacy.right.silent.next' : 'pharmacy.right.offline')
      return { kind: 'care', title: t('pharmacy.right.silent'), next, mayAsk: isOnline }
    }
    case 'stopped':
      return { kind: 'stop', title: t('pharmacy.right.stopped'), next: t('pharmacy.right.stopped.next'), mayAsk: false }
    case 'locked':
      return { kind: 'stop', title: t('pharmacy.right.locked'), next: t('pharmacy.right.locked.next'), mayAsk: false }
    default:
      return unreachable(state)
  }
}

function Refused({ said }: { readonly said: Claimed | null }): ReactNode {
  const { t } = useText()
  if (said === null || said.kind === 'given' || said.kind === 'asked') return null
  return (
    <Note kind="care" title={t('pharmacy.right.not-asked')}>
      <p className="meta">
        {t(said.kind === 'offline' ? 'pharmacy.right.no-answer' : `pharmacy.right.none.${said.cause}`)}
      </p>
    </Note>
  )
}

/** Where the right is and how it comes here; and whether another counter waits for what is here. */
export function RightNote({ place, isOnline, asking, said, onAsk, onLetGo }: Props) {
  const { t } = useText()
  const told = rightTold(t, place, isOnline)
  const { wantedBy } = place
  return (
    <>
      {wantedBy === null ? null : (
        <Note
          kind="care"
          title={
            wantedBy === '' ? t('pharmacy.right.wanted.someone') : t('pharmacy.right.wanted', { counter: wantedBy })
          }
        >
          <p className="meta">{t('pharmacy.right.wanted.next')}</p>
          <ActionButton cap="F4" onPress={onLetGo}>
            {t('pharmacy.right.yield')}
          </ActionButton>
        </Note>
      )}
      {told === null ? null : (
        <Note kind={told.kind} title={told.title}>
          <p className="meta">{told.next}</p>
          {told.mayAsk ? (
            <ActionButton kind={asking ? 'later' : 'plain'} cap="F6" onPress={onAsk}>
              {t(asking ? 'pharmacy.right.asking' : 'pharmacy.right.ask')}
            </ActionButton>
          ) : null}
        </Note>
      )}
      {told?.kind === 'wait' || told?.kind === 'care' ? <Refused said={said} /> : null}
    </>
  )
}
