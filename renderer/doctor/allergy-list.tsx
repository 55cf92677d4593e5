import type { Allergy } from '../../domain/person/allergy.ts'
import { useText } from '../text/use-text.tsx'
import { groupText } from '../ui/allergy-text.ts'
import { StateShape } from '../ui/icon/state-shape.tsx'

/** What must not be given to somebody, or that nothing is known. */
export function AllergyList({ allergies }: { readonly allergies: readonly Allergy[] }) {
  const { t } = useText()
  return allergies.length === 0 ? (
    <span className="muted">{t('visit.allergies.none')}</span>
  ) : (
    <ul className="row wrap">
      {allergies.map(({ id, group }) => (
        <li className="chip stop" key={id}>
          <StateShape kind="stop" />
          <span>{groupText(t, group)}</span>
        </li>
      ))}
    </ul>
  )
}
