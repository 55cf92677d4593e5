import type { SyncOverview } from '../../../contract/sync.ts'
import type { TerminalStatus } from '../../../contract/shell.ts'
import type { Text } from '../../../domain/text/catalogue.ts'
import { bandFor } from '../band.ts'
import { momentText } from '../format.ts'
import type { StateKind } from '../icon/state-shape.tsx'

/** One line of how things stand: a shape and a sentence, with the age of what it says. */
export interface SyncFact {
  readonly key: string
  readonly kind: StateKind
  readonly text: string
  readonly note?: string
}

interface Known {
  readonly status: TerminalStatus
  readonly overview: SyncOverview
  readonly now: Date
}

function linkFact(t: Text, { status, overview, now }: Known): SyncFact {
  const { link } = status
  const band = bandFor(t, status, now)
  if (band !== null) return { key: 'link', kind: band.kind, text: band.title }
  if (link.kind !== 'online') return { key: 'link', kind: 'wait', text: t('common.link.connecting') }
  const server = overview.server ?? 'hims'
  const text = t(`sync.link.${server}`, { time: momentText(t, new Date(link.lastAnswer), now) })
  return { key: 'link', kind: 'ok', text, ...(server === 'hims' ? {} : { note: t(`sync.link.${server}-note`) }) }
}

function comparedFact(t: Text, { overview: { compared }, now }: Known): SyncFact {
  const key = 'compared'
  if (compared === null) return { key, kind: 'wait', text: t('sync.compared.none') }
  const time = momentText(t, new Date(compared.at), now)
  return compared.mended === 0
    ? { key, kind: 'ok', text: t('sync.compared.same', { time }) }
    : { key, kind: 'ok', text: t('sync.compared.mended', { time, count: compared.mended }) }
}

function auditFact(t: Text, { overview: { audit } }: Known): SyncFact {
  return audit.broken === null
    ? { key: 'audit', kind: 'ok', text: t('sync.audit', { count: audit.entries }) }
    : { key: 'audit', kind: 'stop', text: t('sync.audit.broken', { n: String(audit.broken) }) }
}

/** Everything the page says of connection, ages and copies, in its order. */
export function syncFacts(t: Text, known: Known): readonly SyncFact[] {
  const { status, overview, now } = known
  const time = (at: string) => momentText(t, new Date(at), now)
  const { dataAsOf, cardList } = status
  return [
    linkFact(t, known),
    ...(overview.oldest === null
      ? []
      : [{ key: 'oldest', kind: 'wait' as const, text: t('sync.oldest', { time: time(overview.oldest) }) }]),
    dataAsOf === null
      ? { key: 'data', kind: 'wait', text: t('sync.data.none') }
      : { key: 'data', kind: 'ok', text: t('sync.data', { time: time(dataAsOf) }) },
    cardList.asOf === null
      ? { key: 'list', kind: 'wait', text: t('sync.list.none') }
      : { key: 'list', kind: 'ok', text: t('sync.list', { time: time(cardList.asOf) }) },
    comparedFact(t, known),
    overview.backup === null
      ? { key: 'backup', kind: 'wait', text: t('sync.backup.none') }
      : { key: 'backup', kind: 'ok', text: t('sync.backup', { time: time(overview.backup) }) },
    auditFact(t, known),
    ...(overview.exported === null
      ? []
      : [
          {
            key: 'exported',
            kind: 'wait' as const,
            text: t('sync.exported', { time: time(overview.exported.at), count: overview.exported.records }),
          },
        ]),
  ]
}
