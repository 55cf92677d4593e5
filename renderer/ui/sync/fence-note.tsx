import type { TerminalStatus } from '../../../contract/shell.ts'
import { useText } from '../../text/use-text.tsx'
import { answered } from '../ask.ts'
import { ActionButton } from '../button.tsx'
import { Note } from '../note.tsx'
import type { SyncAsk } from './use-sync-work.ts'

interface Props {
  readonly ask: SyncAsk
  readonly link: TerminalStatus['link']
}

/** HIMS met a copy or a twin of this computer: a person says which of the two goes on. */
export function FenceNote({ ask, link }: Props) {
  const { t } = useText()
  if (link.kind !== 'refused' || link.cause !== 'fenced') return null
  return (
    <Note kind="care" title={t('fault.fenced')}>
      <p>{t('fault.fenced.why')}</p>
      <ActionButton block onPress={() => void answered(ask['sync.begin-again']({}))}>
        {t('fault.fenced.do')}
      </ActionButton>
    </Note>
  )
}
