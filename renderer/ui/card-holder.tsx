import type { CardAnswer } from '../../domain/card/card-answer.ts'
import type { CardCore, Emergency } from '../../domain/card/card-core.ts'
import { unreachable } from '../../domain/result.ts'
import { useText } from '../text/use-text.tsx'
import { emergencyText } from './emergency-text.ts'
import { phoneText } from './format.ts'
import { StateShape } from './icon/state-shape.tsx'
import { PersonNameText } from './person-name-text.tsx'

/** What a genuine card says of its holder; null for one that names nobody, or that proves nothing. */
export function holderOf(answer: CardAnswer): { readonly core: CardCore; readonly emergency: Emergency } | null {
  if (!('card' in answer) || answer.card.core === null) return null
  return { core: answer.card.core, emergency: answer.card.emergency }
}

function EmergencyLine({ emergency }: { readonly emergency: Emergency }) {
  const { t, list } = useText()
  switch (emergency.kind) {
    case 'none':
      return null
    case 'sealed':
      return <p className="meta muted">{t('cards.holder.sealed')}</p>
    case 'open': {
      const { allergies, conditions, medicines, contact } = emergency.block
      const said = (codes: readonly number[]) => list(codes.map((code) => emergencyText(t, code)))
      return (
        <>
          <p className="row">
            <StateShape kind={allergies.length === 0 ? 'wait' : 'care'} />
            <span>
              {allergies.length === 0
                ? t('cards.holder.allergies.none')
                : t('cards.holder.allergies', { list: said(allergies) })}
            </span>
          </p>
          {conditions.length === 0 ? null : <p>{t('cards.holder.conditions', { list: said(conditions) })}</p>}
          {medicines.length === 0 ? null : <p>{t('cards.holder.medicines', { list: said(medicines) })}</p>}
          {contact === null ? null : <p>{t('cards.holder.contact', { phone: phoneText(contact) })}</p>}
        </>
      )
    }
    default:
      return unreachable(emergency)
  }
}

/** Who a card names, and what it holds for an emergency: all of it signed, and read without HIMS. */
export function CardHolder({ answer }: { readonly answer: CardAnswer }) {
  const { t, list } = useText()
  const holder = holderOf(answer)
  if (holder === null) return null
  const { name, sex, birthYear, bloodGroup } = holder.core
  const about = [
    t(`common.sex.${sex}`),
    birthYear === null ? '' : t('cards.holder.born', { year: String(birthYear) }),
    bloodGroup === null ? '' : t('cards.holder.blood', { group: bloodGroup }),
  ]
  return (
    <section className="card-holder" aria-label={t('cards.holder')}>
      <p className="meta muted">{t('cards.holder')}</p>
      <PersonNameText name={name} />
      <p>{list(about.filter((part) => part !== ''))}</p>
      <EmergencyLine emergency={holder.emergency} />
    </section>
  )
}
