import type { Room } from '../../../domain/hospital/room.ts'
import { useText } from '../../text/use-text.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Field } from '../../ui/field.tsx'
import type { FormPart } from './form-part.ts'
import { NamesField } from './names-field.tsx'
import { PlaceFields } from './place-fields.tsx'

export const roomKinds = ['consulting', 'counter', 'store', 'waiting'] as const
/** Stands for a room that all departments share. */
const SHARED = 'shared'

export function RoomForm({ hims, edit, directory, onEdit, problem }: FormPart<'room'>) {
  const { t, language } = useText()
  const { row } = edit
  const change = (some: Partial<Room>) => onEdit({ ...edit, row: { ...row, ...some } })
  const departments = directory.departments.map((each) => ({ value: each.row.code, label: each.row.name[language] }))
  return (
    <>
      <div className="pair">
        <Field
          label={t('admin.field.label')}
          value={row.label}
          onChange={(label) => change({ label })}
          problem={problem('label')}
          hint={t('admin.field.label.hint')}
          maxLength={12}
          lang="en"
        />
        <ChoiceField
          label={t('admin.field.kind')}
          empty=""
          choices={roomKinds.map((kind) => ({ value: kind, label: t(`admin.kind.${kind}`) }))}
          value={row.kind}
          onChange={(kind) => change({ kind })}
        />
      </div>
      <NamesField
        hims={hims}
        label={t('admin.field.name')}
        value={row.name}
        onChange={(name) => change({ name })}
        problem={problem('name')}
      />
      <ChoiceField
        label={t('admin.field.department')}
        empty=""
        choices={[{ value: SHARED, label: t('admin.department.shared') }, ...departments]}
        value={row.department ?? SHARED}
        onChange={(code) => change({ department: code === SHARED ? null : code })}
      />
      <PlaceFields floor={row.floor} line={row.line} onChange={change} />
    </>
  )
}
