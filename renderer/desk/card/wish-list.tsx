import type { CardDesk, CardWishes } from '../../../contract/desk.ts'
import type { Person } from '../../../domain/person/person.ts'
import { useText } from '../../text/use-text.tsx'
import { Tick } from '../../ui/tick.tsx'
import { EmergencyForm } from './emergency-form.tsx'

interface Props {
  readonly desk: CardDesk
  readonly person: Person
  readonly wishes: CardWishes
  /** How often a card was wanted while something here kept it from being made. */
  readonly asked: number
  readonly onChange: (wishes: CardWishes) => void
}

/** What the person may agree to have on the next card; nothing of it is taken for granted. */
export function WishList({ desk, person, wishes, asked, onChange }: Props) {
  const { t } = useText()
  const onFace = person.bloodGroup !== null || person.abha !== null
  const details = (checked: boolean) =>
    onChange({ ...wishes, details: checked, emergency: checked && wishes.emergency })
  const told = wishes.told ?? { allergies: [], conditions: [], medicines: [], contact: person.phone }
  const emergency = (checked: boolean) => onChange({ ...wishes, emergency: checked, told })
  return (
    <fieldset className="wishes">
      <legend className="label-line">{t('cards.wishes')}</legend>
      <Tick checked={wishes.details} onChange={details} missing={desk.canSign ? null : t('cards.wish.details.none')}>
        {t('cards.wish.details')}
      </Tick>
      {wishes.details && desk.canSign ? (
        <>
          {person.bloodGroup === null ? <p className="meta muted">{t('cards.emergency.blood')}</p> : null}
          <Tick
            checked={wishes.emergency}
            onChange={emergency}
            missing={desk.canCodeAllergies ? null : t('cards.emergency.uncoded')}
          >
            {t('cards.wish.emergency')}
          </Tick>
        </>
      ) : null}
      {wishes.emergency && desk.canCodeAllergies ? (
        <EmergencyForm
          told={told}
          recorded={desk.recorded}
          asked={asked}
          onChange={(said) => onChange({ ...wishes, told: said })}
        />
      ) : null}
      {onFace ? (
        <Tick checked={wishes.face} onChange={(face) => onChange({ ...wishes, face })}>
          {t('cards.wish.face')}
        </Tick>
      ) : null}
    </fieldset>
  )
}
