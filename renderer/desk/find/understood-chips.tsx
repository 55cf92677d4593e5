import type { DeskAnswer } from '../desk-bridge.ts'
import { abhaText, phoneText } from '../../ui/format.ts'
import { Written } from '../../ui/written.tsx'
import { Chip } from '../../ui/chip.tsx'
import { useText } from '../../text/use-text.tsx'

interface Props {
  readonly understood: DeskAnswer<'person.search'>['understood']
}

/** How the one box read what was typed: name, age, phone, place, card. */
export function UnderstoodChips({ understood }: Props) {
  const { t } = useText()
  const { words, guardian, age, phone, phoneEnd, place, shortCode, abha } = understood
  const chips = [
    { field: 'name', value: words.join(' ') },
    { field: 'guardian', value: guardian.join(' ') },
    { field: 'age', value: age === null ? '' : String(age) },
    { field: 'phone', value: phone === null ? (phoneEnd === null ? '' : `…${phoneEnd}`) : phoneText(phone) },
    { field: 'place', value: place ?? '' },
    { field: 'card', value: shortCode ?? '' },
    { field: 'abha', value: abha === null ? '' : abhaText(abha) },
  ] as const
  return (
    <span className="understood">
      {chips
        .filter(({ value }) => value !== '')
        .map(({ field, value }) => (
          <Chip key={field}>
            {t(`common.field.${field}`)} <Written className="strong" text={value} />
          </Chip>
        ))}
    </span>
  )
}
