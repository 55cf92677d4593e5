import { countText, timesOfDay } from '../../../domain/pharmacy/measure.ts'
import type { TimeOfDay } from '../../../domain/pharmacy/measure.ts'
import type { Language } from '../../../domain/language.ts'
import type { Dose } from '../../../domain/pharmacy/prescription.ts'
import { textIn } from '../../../domain/text/catalogue.ts'
import { useText } from '../../text/use-text.tsx'

/** Where the sun is when the medicine is taken, after Lucide (ISC), as on the label. */
const pictures: Readonly<Record<TimeOfDay, string>> = {
  morning: 'M12 2v8M4.93 10.93l1.41 1.41M2 18h2M20 18h2M19.07 10.93l-1.41 1.41M22 22H2M8 6l4-4 4 4M16 18a4 4 0 0 0-8 0',
  noon: 'M8 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0M12 2v2M12 20v2M4.93 4.93l1.41 1.41M17.66 17.66l1.41 1.41M2 12h2M20 12h2M6.34 17.66l-1.41 1.41M19.07 4.93l-1.41 1.41',
  evening:
    'M12 10V2M4.93 10.93l1.41 1.41M2 18h2M20 18h2M19.07 10.93l-1.41 1.41M22 22H2M16 6l-4 4-4-4M16 18a4 4 0 0 0-8 0',
  night:
    'M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401',
}

const Sun = ({ time }: { readonly time: TimeOfDay }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={pictures[time]} />
  </svg>
)

/** A dose as four times of a day; a time without a dose keeps its place and stays pale. */
export function DosePictures({ dose }: { readonly dose: Dose }) {
  const { t } = useText()
  return (
    <ul className="dose" aria-label={t('pharmacy.pick.dose')}>
      {timesOfDay.map((time) =>
        dose[time] === 0 ? (
          <li key={time} className="none" aria-hidden="true">
            <Sun time={time} />
          </li>
        ) : (
          <li key={time}>
            <Sun time={time} />
            <span className="spoken-only">{t(`paper.time.${time}`)}</span>
            <b className="num">{countText(dose[time])}</b>
          </li>
        ),
      )}
    </ul>
  )
}

/** The same on a label: only what is taken is drawn. */
export function LabelDoses({ dose, language }: { readonly dose: Dose; readonly language: Language }) {
  const t = textIn(language)
  return (
    <span className="label-doses">
      {timesOfDay.map((time) => (
        <span key={time}>
          {dose[time] > 0 ? (
            <span className="label-dose">
              <Sun time={time} />
              <b className="num">{countText(dose[time])}</b>
            </span>
          ) : (
            <span className="label-none">–</span>
          )}
          <small>{t(`paper.time.${time}`)}</small>
        </span>
      ))}
    </span>
  )
}
