import { Question } from '../control.tsx'
import { DeskPicture, RestingPicture } from '../pictogram/thing.tsx'
import { useText } from '../../text/use-text.tsx'

/** The kiosk cannot work: it says so, and where to go instead. */
export function RestingScreen({ why }: { readonly why: 'opening' | 'closed' | 'not-enrolled' }) {
  const { t } = useText()
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
      </div>
    </main>
  )
}
