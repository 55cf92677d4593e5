import { useState } from 'react'

import { operatorRoles } from '../../../domain/hospital/operator.ts'
import type { StaffRow } from '../../../domain/hospital/staff-row.ts'
import type { FourTexts } from '../../../domain/language.ts'
import { useText } from '../../text/use-text.tsx'
import { answered } from '../../ui/ask.ts'
import { ActionButton } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Field } from '../../ui/field.tsx'
import { DayField } from './day-field.tsx'
import type { FormPart } from './form-part.ts'
import { without } from './form-part.ts'
import { NamesField } from './names-field.tsx'
import { Tick } from '../../ui/tick.tsx'
import { typedPin } from '../../ui/unlock-state.ts'

const NONE = 'none'

/** The Latin name is the one on papers; the others are what patients read. */
function withNames(row: StaffRow, names: FourTexts): StaffRow {
  const isAlone = [names.hi, names.pa, names.ur].every((name) => name.trim() === '')
  return { ...without(row, 'names'), name: names.en, ...(isAlone ? {} : { names }) }
}

export function StaffForm({ hims, edit, directory, onEdit, problem }: FormPart<'operator'>) {
  const { t, language } = useText()
  const { row } = edit
  const put = (next: StaffRow) => onEdit({ ...edit, row: next })
  const departments = directory.departments.map((each) => ({ value: each.row.code, label: each.row.name[language] }))
  const day = (name: 'since' | 'left') => (value: string | null) =>
    put(value === null ? without(row, name) : { ...row, [name]: value })
  return (
    <>
      <NamesField
        hims={hims}
        label={t('admin.field.name')}
        value={row.names ?? { en: row.name, hi: '', pa: '', ur: '' }}
        onChange={(names) => put(withNames(row, names))}
        problem={problem('name')}
      />
      <fieldset className="names alone">
        <legend className="label-line">{t('admin.field.roles')}</legend>
        {operatorRoles.map((role) => (
          <Tick
            key={role}
            checked={row.roles.includes(role)}
            onChange={(checked) =>
              put({
                ...row,
                roles: operatorRoles.filter((each) => (each === role ? checked : row.roles.includes(each))),
              })
            }
          >
            <b>{t(`admin.role.${role}`)}</b> <span className="muted">{t(`admin.role.${role}.may`)}</span>
          </Tick>
        ))}
        {problem('roles') === null ? null : <p className="problem-line">{problem('roles')}</p>}
      </fieldset>
      <ChoiceField
        label={t('admin.field.department')}
        empty=""
        choices={[{ value: NONE, label: t('admin.department.none') }, ...departments]}
        value={row.department ?? NONE}
        onChange={(code) => put(code === NONE ? without(row, 'department') : { ...row, department: code })}
      />
      <div className="pair">
        <DayField label={t('admin.field.since')} value={row.since ?? null} onChange={day('since')} />
        <DayField
          label={t('admin.field.left')}
          value={row.left ?? null}
          onChange={day('left')}
          problem={problem('left')}
        />
      </div>
      <PinField hims={hims} edit={edit} onEdit={onEdit} problem={problem} />
    </>
  )
}

/** A new PIN, seen while it is chosen and never again. */
function PinField({ hims, edit, onEdit, problem }: Pick<FormPart<'operator'>, 'hims' | 'edit' | 'onEdit' | 'problem'>) {
  const { t } = useText()
  const [asking, setAsking] = useState(false)
  const make = async () => {
    setAsking(true)
    const answer = await answered(hims.ask['staff.pin']({}))
    setAsking(false)
    if (answer.ok) onEdit({ ...edit, pin: answer.value.pin })
  }
  return (
    <div className="pair end">
      <Field
        label={t(edit.was === null ? 'admin.field.pin' : 'admin.field.pin.new')}
        value={edit.pin ?? ''}
        onChange={(typed) => {
          const digits = typedPin(typed)
          onEdit({ ...edit, pin: digits === '' ? null : digits })
        }}
        problem={problem('pin')}
        hint={t(edit.was === null ? 'admin.field.pin.hint' : 'admin.field.pin.kept')}
        maxLength={8}
        numeric
      />
      <ActionButton onPress={() => void make()}>{t(asking ? 'admin.pin.making' : 'admin.pin.make')}</ActionButton>
    </div>
  )
}
