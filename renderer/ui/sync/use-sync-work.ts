import { useState } from 'react'

import type { Client, Refusal } from '../../../contract/channel.ts'
import type { syncChannels } from '../../../contract/sync.ts'
import type { Text } from '../../../domain/text/catalogue.ts'
import { answered } from '../ask.ts'
import type { StateKind } from '../icon/state-shape.tsx'

export type SyncAsk = Pick<Client<typeof syncChannels>, keyof typeof syncChannels>

/** What the last thing that was asked for came to, in words. */
export type Told =
  | { readonly kind: 'said'; readonly shape: StateKind; readonly text: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export interface SyncWork {
  readonly busy: boolean
  readonly told: Told | null
  /** Grows with everything done, so that the page reads again. */
  readonly round: number
  readonly now: () => void
  readonly compare: () => void
  readonly exported: () => void
  readonly receipt: () => void
}

const said = (shape: StateKind, text: string): Told => ({ kind: 'said', shape, text })

/** One thing at a time; its outcome stays on the page until the next. */
export function useSyncWork(ask: SyncAsk, t: Text): SyncWork {
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const [round, setRound] = useState(0)

  const run = async <Value>(question: () => Promise<Value>, tell: (value: Value) => Told | null): Promise<void> => {
    if (busy) return
    setBusy(true)
    setTold(null)
    const answer = await answered(question())
    setBusy(false)
    setRound((before) => before + 1)
    setTold(answer.ok ? tell(answer.value) : { kind: 'refused', refusal: answer.problem })
  }

  return {
    busy,
    told,
    round,
    now: () =>
      void run(
        () => ask['sync.now']({}),
        () => null,
      ),
    compare: () =>
      void run(
        () => ask['sync.compare']({}),
        (answer) => (answer.kind === 'away' ? said('wait', t('sync.compare.away')) : null),
      ),
    exported: () =>
      void run(
        () => ask['sync.export']({}),
        (answer) =>
          answer.kind === 'written'
            ? said('ok', t('sync.export.written', { count: answer.records, file: answer.file }))
            : said(answer.kind === 'nothing' ? 'ok' : 'care', t(`sync.export.${answer.kind}`)),
      ),
    receipt: () =>
      void run(
        () => ask['sync.receipt']({}),
        (answer) => {
          if (answer.kind === 'taken') return said('ok', t('sync.receipt.taken', { count: answer.records }))
          return said('care', t(answer.kind === 'no-stick' ? 'sync.export.no-stick' : 'sync.receipt.no-receipt'))
        },
      ),
  }
}
