import { isOpenOn, worksOn } from '../../../domain/hospital/directory.ts'
import type { Roster } from '../../../domain/hospital/roster.ts'
import { useText } from '../../text/use-text.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Field } from '../../ui/field.tsx'
import { latinDigits } from '../../../domain/latin-digits.ts'
import type { FormPart } from './form-part.ts'
import { NumberField } from './number-field.tsx'

/** One doctor's hours in one room on one day. */
export function RosterForm({ edit, directory, onEdit, problem }: FormPart<'roster'>) {
  const { t, language } = useText()
  const { row } = edit
  const change = (some: Partial<Roster>) => onEdit({ ...edit, row: { ...row, ...some } })
  const doctors = directory.staff
    .map((each) => each.row)
    .filter((each) => each.id === row.operator || (each.roles.includes('doctor') && worksOn(each, row.day)))
  const rooms = directory.rooms
    .map((each) => each.row)
    .filter(({ code, kind, open }) => code === row.room || (kind === 'consulting' && open))
  const departments = directory.departments
    .map((each) => each.row)
    .filter((each) => each.code === row.department || isOpenOn(each, row.day))
  /** A doctor's own department and its first room are the likely ones. */
  const choose = (operator: Roster['operator']) => {
    const own = doctors.find(({ id }) => id === operator)?.department ?? row.department
    const room = rooms.find(({ department }) => department === own)?.code ?? row.room
    change({ operator, department: own, room })
  }
  return (
    <>
      <ChoiceField
        label={t('admin.field.operator')}
        empty={t('admin.choose')}
        choices={doctors.map(({ id, name, names }) => ({ value: id, label: names?.[language] ?? name }))}
        value={doctors.some(({ id }) => id === row.operator) ? row.operator : null}
        onChange={choose}
      />
      <ChoiceField
        label={t('admin.field.department')}
        empty={t('admin.choose')}
        choices={departments.map(({ code, name }) => ({ value: code, label: name[language] }))}
        value={row.department === '' ? null : row.department}
        onChange={(department) => change({ department })}
      />
      <ChoiceField
        label={t('admin.field.room')}
        empty={t('admin.choose')}
        choices={rooms.map(({ code, label, name }) => ({ value: code, label: `${name[language]} ${label}` }))}
        value={row.room === '' ? null : row.room}
        onChange={(room) => change({ room })}
      />
      <div className="pair">
        <Field
          label={t('admin.field.from')}
          value={row.from}
          onChange={(from) => change({ from: latinDigits(from) })}
          problem={problem('from')}
          maxLength={5}
          numeric
        />
        <Field
          label={t('admin.field.to')}
          value={row.to}
          onChange={(to) => change({ to: latinDigits(to) })}
          problem={problem('to')}
          maxLength={5}
          numeric
        />
      </div>
      <NumberField
        label={t('admin.field.minutes')}
        value={row.minutes}
        onChange={(minutes) => change({ minutes })}
        problem={problem('minutes')}
      />
      {['operator', 'department', 'room'].map((field) =>
        problem(field) === null ? null : (
          <p key={field} className="problem-line">
            {problem(field)}
          </p>
        ),
      )}
    </>
  )
}
