import { useState } from 'react'

import type { ShellBridge } from '../../ui/bridge.ts'
import { Press, Question } from '../control.tsx'
import { DeskPicture, RestingPicture } from '../pictogram/thing.tsx'
import { useText } from '../../text/use-text.tsx'
import { RecoverPad } from './recover.tsx'

interface Props {
  readonly why: 'opening' | 'closed' | 'not-enrolled'
  /** Where the key was lost, and staff can bring it back here. */
  readonly recoverAt?: ShellBridge
}

/** The kiosk cannot work: it says so, and where to go instead. */
export function RestingScreen({ why, recoverAt }: Props) {
  const { t } = useText()
  const [isStaff, setStaff] = useState(false)
  if (recoverAt !== undefined && isStaff) {
    return (
      <main className="screen" aria-labelledby="question">
        <Question title={t('fault.recover')} />
        <div className="kiosk-body">
          <RecoverPad hims={recoverAt} />
          <Press className="recover-deed" onPress={() => setStaff(false)}>
            {t('kiosk.back')}
          </Press>
        </div>
      </main>
    )
  }
  return (
    <main className="screen" aria-labelledby="question">
      <Question title={t(`kiosk.resting.${why}`)} hint={t(`kiosk.resting.${why}-do`)} />
      <div className="kiosk-body refused">
        <div className="stage">
          <RestingPicture className="refusal-picture" />
        </div>
        {why === 'opening' ? null : (
          <div className="to-desk">
            <DeskPicture />
            <span>
              <b>{t('kiosk.desk')}</b>
              <span>{t('kiosk.desk-take')}</span>
            </span>
          </div>
        )}
        {recoverAt === undefined ? null : (
          <Press className="recover-deed" onPress={() => setStaff(true)}>
            {t('kiosk.recover')}
          </Press>
        )}
      </div>
    </main>
  )
}
