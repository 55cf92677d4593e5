import type { Room } from '../../../domain/hospital/room.ts'
import { useText } from '../../text/use-text.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'

const floors = Array.from({ length: 23 }, (_, at) => at - 2)
const lines = ['blue', 'green', 'plum', 'brick'] as const

interface Props {
  readonly floor: number
  readonly line: Room['line']
  readonly onChange: (some: { readonly floor?: number; readonly line?: Room['line'] }) => void
}

/** Where people walk to: the floor, and the line on it. */
export function PlaceFields({ floor, line, onChange }: Props) {
  const { t } = useText()
  return (
    <>
      <ChoiceField
        label={t('admin.field.floor')}
        empty=""
        choices={floors.map((each) => ({ value: String(each), label: t('admin.floor', { floor: each }) }))}
        value={String(floor)}
        onChange={(value) => onChange({ floor: Number(value) })}
      />
      <Segmented
        label={t('admin.field.line')}
        segments={lines.map((each) => ({ value: each, label: t(`admin.line.${each}`) }))}
        value={line}
        onChange={(value) => onChange({ line: value })}
      />
    </>
  )
}
