import type { Birth, Sex } from '../../domain/person/person.ts'
import { useText } from '../text/use-text.tsx'
import { ageSaid } from './format.ts'

interface Props {
  readonly birth: Birth
  readonly sex: Sex
  readonly today: string
}

/** Age as a figure with the sex under it: what tells two people of one name apart fastest. */
export function AgeMark({ birth, sex, today }: Props) {
  const { t } = useText()
  const { unit, count } = ageSaid(birth, today)
  return (
    <span className="age-mark">
      <b className="num">{count}</b>
      <span>{t(unit === 'years' ? `common.sex.${sex}` : `common.months.${sex}`)}</span>
    </span>
  )
}
