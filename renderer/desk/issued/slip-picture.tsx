import { useState } from 'react'

import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import type { JobTrail } from '../../ui/job/job-trail.ts'
import { Note } from '../../ui/note.tsx'
import { PaperPicture } from '../../ui/paper.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import type { DeskBridge } from '../desk-bridge.ts'

interface Props {
  readonly hims: DeskBridge
  readonly trail: JobTrail | undefined
}

/** The slip as it was drawn for the printer. */
export function SlipPicture({ hims, trail }: Props) {
  const { t } = useText()
  const [tried, setTried] = useState(0)
  // Drawn once: what stands on a slip does not change on its way.
  const answer = useAnswer(trail === undefined ? null : `${trail.job.id} ${tried}`, () =>
    trail === undefined ? Promise.resolve(null) : hims.ask['print.preview']({ job: trail.job.id }),
  )
  const png = latest(answer)
  if (trail !== undefined && png !== null) {
    return <PaperPicture png={png} alt={t('desk.issued.slip-alt', { token: trail.job.title })} />
  }
  return answer.kind === 'refused' || answer.kind === 'here' ? (
    <Note kind="care" title={t('desk.issued.no-picture')}>
      <p className="note-size">{t('desk.issued.no-picture.next')}</p>
      <ActionButton cap="F7" onPress={() => setTried(tried + 1)}>
        {t('desk.issued.picture-again')}
      </ActionButton>
    </Note>
  ) : null
}
