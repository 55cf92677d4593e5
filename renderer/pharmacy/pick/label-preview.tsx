import { directionOf, languageOfScript } from '../../../domain/language.ts'
import type { Person } from '../../../domain/person/person.ts'
import { textIn } from '../../../domain/text/catalogue.ts'
import { useText } from '../../text/use-text.tsx'
import { dayText } from '../../ui/format.ts'
import { languageNames } from '../../ui/language-choice.tsx'
import { doseText, foodText, medicineText, monthText, quantityText } from './dose-text.ts'
import { LabelDoses } from './dose-pictures.tsx'
import type { Plan } from './plan.ts'

interface Props {
  readonly plan: Plan
  readonly person: Person
  readonly today: string
}

function Paper({ plan, person, today }: Props) {
  const { language } = person
  const t = textIn(language)
  const { medicine, item } = plan.line
  const take = plan.takes[0]
  const { own, latin } = person.name
  const more = [foodText(t, item.dose.food), t('paper.days', { days: item.days })].filter((part) => part !== null)
  return (
    <div className="paper label-paper" lang={language} dir={directionOf(language)}>
      <span className="label-title">
        <b lang="en">{medicineText(medicine)}</b>
        <span>{quantityText(t, medicine.form, plan.give)}</span>
      </span>
      <LabelDoses dose={item.dose} language={language} />
      <span>
        <b className="label-say">{doseText(t, medicine.form, item.dose)}</b>
        <span className="label-more">{more.join(' · ')}</span>
      </span>
      <span className="label-foot">
        <b lang={own === null ? 'en' : languageOfScript[own.script]}>{own?.text ?? latin}</b>
        <span>{dayText(t, today)}</span>
        <span>{t('paper.lot', { lot: take?.lot ?? '–' })}</span>
        <span>{take === undefined ? '' : t('paper.expiry', { date: monthText(t, take.expiry) })}</span>
      </span>
    </div>
  )
}

/** The label of the chosen line at its true proportion, in the language of whoever takes the medicine. */
export function LabelPreview(props: Props) {
  const { t } = useText()
  return (
    <section className="label-preview" aria-label={t('pharmacy.label')}>
      <h2 className="heading">{t('pharmacy.label.size', { language: languageNames[props.person.language] })}</h2>
      <Paper {...props} />
    </section>
  )
}
