import { isGivenAt } from '../../../domain/hospital/directory.ts'
import { Medicine } from '../../../domain/pharmacy/medicine.ts'
import { useText } from '../../text/use-text.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Field } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { FormPart } from './form-part.ts'
import { without } from './form-part.ts'
import { NumberField } from './number-field.tsx'

const forms = Medicine.shape.form.options

/** Said only for this hospital; what others give is theirs. */
function givenHere(row: Medicine, here: string, given: boolean): Medicine {
  const others = (row.notAt ?? []).filter((code) => code !== here)
  const notAt = given ? others : [...others, here]
  return { ...without(row, 'notAt'), ...(notAt.length === 0 ? {} : { notAt }) }
}

export function MedicineForm({ edit, directory, onEdit, problem }: FormPart<'medicine'>) {
  const { t } = useText()
  const { row, was } = edit
  const here = directory.facility?.row.code ?? ''
  const change = (some: Partial<Medicine>) => onEdit({ ...edit, row: { ...row, ...some } })
  return (
    <>
      {was === null ? (
        <>
          <Field
            label={t('admin.field.inn')}
            value={row.name}
            onChange={(name) => change({ name })}
            problem={problem('name')}
            lang="en"
          />
          <div className="pair">
            <Field
              label={t('admin.field.strength')}
              value={row.strength}
              onChange={(strength) => change({ strength })}
              maxLength={60}
              lang="en"
            />
            <ChoiceField
              label={t('admin.field.form')}
              empty=""
              choices={forms.map((form) => ({ value: form, label: t(`pharmacy.form.${form}`) }))}
              value={row.form}
              onChange={(form) => change({ form })}
            />
          </div>
        </>
      ) : null}
      <Segmented
        label={t('admin.field.given')}
        segments={[
          { value: 'yes', label: t('admin.given.yes'), cap: '1' },
          { value: 'no', label: t('admin.given.no'), cap: '2' },
        ]}
        value={isGivenAt(row, here) ? 'yes' : 'no'}
        onChange={(value) => onEdit({ ...edit, row: givenHere(row, here, value === 'yes') })}
      />
      <Field
        label={t('admin.field.shelf')}
        value={row.shelf}
        onChange={(shelf) => change({ shelf })}
        problem={problem('shelf')}
        maxLength={12}
        lang="en"
      />
    </>
  )
}

/** When more is asked for, and up to how much. */
export function LevelForm({ edit, onEdit, problem }: FormPart<'reorder_level'>) {
  const { t } = useText()
  const { row } = edit
  return (
    <div className="pair">
      <NumberField
        label={t('admin.field.least')}
        value={row.least}
        onChange={(least) => onEdit({ ...edit, row: { ...row, least } })}
        problem={problem('least')}
      />
      <NumberField
        label={t('admin.field.wanted')}
        value={row.wanted}
        onChange={(wanted) => onEdit({ ...edit, row: { ...row, wanted } })}
        problem={problem('wanted')}
      />
    </div>
  )
}
