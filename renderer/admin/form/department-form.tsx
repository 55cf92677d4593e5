import { departmentSigns } from '../../../domain/hospital/department-sign.ts'
import type { Department } from '../../../domain/hospital/facility.ts'
import { useText } from '../../text/use-text.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Field } from '../../ui/field.tsx'
import { DepartmentSign } from '../../ui/icon/department-sign.tsx'
import type { FormPart } from './form-part.ts'
import { NamesField } from './names-field.tsx'
import { PlaceFields } from './place-fields.tsx'

const isSign = (key: string): key is Department['sign'] => Object.hasOwn(departmentSigns, key)
const signs = Object.keys(departmentSigns).filter(isSign)

export function DepartmentForm({ hims, edit, onEdit, problem }: FormPart<'department'>) {
  const { t } = useText()
  const { row } = edit
  const change = (some: Partial<Department>) => onEdit({ ...edit, row: { ...row, ...some } })
  return (
    <>
      <NamesField
        hims={hims}
        label={t('admin.field.name')}
        value={row.name}
        onChange={(name) => change({ name })}
        problem={problem('name')}
      />
      <div className="pair">
        <Field
          label={t('admin.field.prefix')}
          value={row.prefix}
          onChange={(prefix) => change({ prefix: prefix.toUpperCase() })}
          problem={problem('prefix')}
          maxLength={2}
          lang="en"
        />
        <Field
          label={t('admin.field.sign-room')}
          value={row.room}
          onChange={(room) => change({ room })}
          problem={problem('room')}
          maxLength={12}
          lang="en"
        />
      </div>
      <ChoiceField
        label={t('admin.field.sign')}
        empty=""
        choices={signs.map((sign) => ({
          value: sign,
          label: t(`admin.sign.${sign}`),
          detail: <DepartmentSign sign={sign} />,
        }))}
        value={row.sign}
        onChange={(sign) => change({ sign })}
      />
      <PlaceFields floor={row.floor} line={row.line} onChange={change} />
    </>
  )
}
