import { unreachable } from '../../../domain/result.ts'
import { useText } from '../../text/use-text.tsx'
import type { Spoken } from '../../text/use-text.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Field } from '../../ui/field.tsx'
import { ageSaid, dayText } from '../../ui/format.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { readBirth } from './birth-text.ts'
import type { BirthRead } from './birth-text.ts'
import type { FormPart } from './form-part.ts'
import { SeenMark, Sourced } from './sourced.tsx'

/** How the box was read, with the age it makes: whoever meant `12` years sees at once that it says 2012. */
function readSaid({ t, list }: Spoken, read: BirthRead, today: string): string {
  switch (read.kind) {
    case 'date': {
      const { unit, count } = ageSaid(read.birth, today)
      return read.birth.kind === 'date' ? list([dayText(t, read.birth.on), t(`common.age.${unit}`, { count })]) : ''
    }
    case 'years':
      return t('desk.new.read-years', { year: String(read.year) })
    case 'months':
      return t('desk.new.read-months', { count: read.count })
    default:
      return unreachable(read)
  }
}

interface Props extends FormPart {
  readonly today: string
}

const sexes = ['female', 'male', 'other'] as const

/** Sex, and a date of birth or an age in one box that says how it was read. */
export function SexAndBirth({ draft, change, shown, touch, source, today }: Props) {
  const spoken = useText()
  const { t } = spoken
  const read = readBirth(draft.birth, today)
  return (
    <>
      <Sourced field="sex" source={source('sex')}>
        <Segmented
          label={t('desk.new.sex')}
          segments={sexes.map((sex, at) => ({ value: sex, label: t(`common.sex.${sex}`), cap: String(at + 1) }))}
          value={draft.sex === 'unknown' ? null : draft.sex}
          onChange={(sex) => change({ sex })}
          problem={shown('sex')}
        />
      </Sourced>
      <Sourced field="birth" source={source('birth')} marked={source('birth')?.kind === 'seen'}>
        <Field
          label={t('desk.new.birth')}
          value={draft.birth}
          onChange={(birth) => change({ birth })}
          onBlur={() => touch('birth')}
          problem={shown('birth')}
          {...(source('birth') === null ? { hint: t('desk.new.birth.hint') } : {})}
          end={
            <>
              {read.ok ? <Chip>{readSaid(spoken, read.value, today)}</Chip> : null}
              <SeenMark source={source('birth')} />
            </>
          }
          numeric
          maxLength={16}
        />
      </Sourced>
    </>
  )
}
