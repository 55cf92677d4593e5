import { RunBy } from '../../../domain/hospital/facility.ts'
import type { Facility } from '../../../domain/hospital/facility.ts'
import { useText } from '../../text/use-text.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Field } from '../../ui/field.tsx'
import type { FormPart } from './form-part.ts'
import { NamesField } from './names-field.tsx'

/** The hospital itself; who runs it decides about some schemes. */
export function FacilityForm({ hims, edit, onEdit, problem }: FormPart<'facility'>) {
  const { t } = useText()
  const { row } = edit
  const change = (some: Partial<Facility>) => onEdit({ ...edit, row: { ...row, ...some } })
  return (
    <>
      <NamesField
        hims={hims}
        label={t('admin.field.name')}
        value={row.name}
        onChange={(name) => change({ name })}
        problem={problem('name')}
      />
      <ChoiceField
        label={t('admin.field.runBy')}
        empty={t('admin.choose')}
        choices={RunBy.options.map((value) => ({ value, label: t(`admin.run-by.${value}`) }))}
        value={row.runBy ?? null}
        onChange={(runBy) => change({ runBy })}
      />
      <Field
        label={t('admin.field.hfr')}
        value={row.hfr ?? ''}
        onChange={(hfr) => change({ hfr: hfr.trim() === '' ? null : hfr.trim().toUpperCase() })}
        problem={problem('hfr')}
        hint={t('admin.field.hfr.hint')}
        maxLength={12}
        lang="en"
      />
    </>
  )
}
