import { Question, WideTile } from '../control.tsx'
import { CallPicture, CardPicture, SignsPicture, SlipPicture } from '../pictogram/thing.tsx'
import { useText } from '../../text/use-text.tsx'

interface Props {
  /** How much is here of the first copy of the hospital's records; null once all of it is. */
  readonly filling: { readonly people: number; readonly total: number | null } | null
  readonly checkIn: () => void
  readonly call: () => void
}

export function HomeScreen({ filling, checkIn, call }: Props) {
  const { t } = useText()
  const steps = [
    { picture: <CardPicture />, words: t('kiosk.home.step.card') },
    { picture: <SignsPicture />, words: t('kiosk.home.step.choose') },
    { picture: <SlipPicture />, words: t('kiosk.home.step.slip') },
  ]
  return (
    <main className="screen" aria-labelledby="question">
      <Question title={t('kiosk.home.title')} hint={t('kiosk.home.hint')} />
      <div className="kiosk-body home">
        <ol className="path" aria-label={t('kiosk.home.steps')}>
          {steps.map(({ picture, words }, index) => (
            <li key={words}>
              <span className="step-picture">
                <span className="number num">{index + 1}</span>
                {picture}
              </span>
              <span>{words}</span>
            </li>
          ))}
        </ol>
        {filling === null ? null : (
          <p className="aside wait-note">
            {t('kiosk.filling')}{' '}
            {filling.total === null || filling.total < filling.people
              ? null
              : t('common.filling.of', { count: filling.people, total: filling.total })}
          </p>
        )}
        <WideTile
          main
          picture={<SlipPicture />}
          title={t('kiosk.home.doctor')}
          hint={t('kiosk.home.doctor-hint')}
          onPress={checkIn}
        />
        <WideTile
          picture={<CallPicture />}
          title={t('kiosk.home.person')}
          hint={t('kiosk.home.person-hint')}
          onPress={call}
        />
      </div>
    </main>
  )
}
