import type { CardDesk, CardWishes } from '../../../contract/desk.ts'
import type { Person } from '../../../domain/person/person.ts'
import { useText } from '../../text/use-text.tsx'
import { Tick } from '../../ui/tick.tsx'

interface Props {
  readonly desk: CardDesk
  readonly person: Person
  readonly wishes: CardWishes
  readonly onChange: (wishes: CardWishes) => void
}

/** What the person may agree to have on the next card; nothing of it is taken for granted. */
export function WishList({ desk, person, wishes, onChange }: Props) {
  const { t } = useText()
  const onFace = person.bloodGroup !== null || person.abha !== null
  const details = (checked: boolean) =>
    onChange({ ...wishes, details: checked, emergency: checked && wishes.emergency })
  return (
    <fieldset className="wishes">
      <legend className="label-line">{t('cards.wishes')}</legend>
      <Tick checked={wishes.details} onChange={details} missing={desk.canSign ? null : t('cards.wish.details.none')}>
        {t('cards.wish.details')}
      </Tick>
      {wishes.details && desk.canSign && desk.canCodeAllergies ? (
        <Tick checked={wishes.emergency} onChange={(emergency) => onChange({ ...wishes, emergency })}>
          {t('cards.wish.emergency')}
        </Tick>
      ) : null}
      {onFace ? (
        <Tick checked={wishes.face} onChange={(face) => onChange({ ...wishes, face })}>
          {t('cards.wish.face')}
        </Tick>
      ) : null}
    </fieldset>
  )
}
