import type { DeskAnswer } from '../desk-bridge.ts'
import { phoneText } from '../../ui/format.ts'
import { Written } from '../../ui/written.tsx'
import { Chip } from '../../ui/chip.tsx'
import { useText } from '../../text/use-text.tsx'

interface Props {
  readonly understood: DeskAnswer<'person.search'>['understood']
}

/** How the one box read what was typed: name, age, phone, place, card. */
export function UnderstoodChips({ understood }: Props) {
  const { t } = useText()
  const { words, age, phone, place, shortCode } = understood
  const chips = [
    { field: 'name', value: words.join(' ') },
    { field: 'age', value: age === null ? '' : String(age) },
    { field: 'phone', value: phone === null ? '' : phoneText(phone) },
    { field: 'place', value: place ?? '' },
    { field: 'card', value: shortCode ?? '' },
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
