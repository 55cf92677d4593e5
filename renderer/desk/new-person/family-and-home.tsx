import { districts } from '../../../domain/person/person.ts'
import type { Guardian } from '../../../domain/person/person.ts'
import { languages } from '../../../domain/language.ts'
import { useText } from '../../text/use-text.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Field } from '../../ui/field.tsx'
import { languageNames } from '../../ui/language-choice.tsx'
import { departmentPlace } from '../department-name.ts'
import type { DepartmentChoice } from '../desk-bridge.ts'
import type { FormPart } from './form-part.ts'

const relations: readonly Guardian['relation'][] = ['father', 'mother', 'husband', 'wife', 'guardian']

interface FamilyProps extends FormPart {
  /** How many people here use the phone that was typed. */
  readonly phoneUsers: number
}

/** A phone, which families share, and one relative. */
export function Family({ draft, change, shown, touch, phoneUsers }: FamilyProps) {
  const { t } = useText()
  return (
    <>
      <div className="span-5">
        <Field
          label={t('desk.new.phone')}
          value={draft.phone}
          onChange={(phone) => change({ phone })}
          onBlur={() => touch('phone')}
          problem={shown('phone')}
          end={phoneUsers === 0 ? null : <Chip kind="care">{t('desk.new.phone-users', { count: phoneUsers })}</Chip>}
          numeric
          maxLength={16}
        />
      </div>
      <div className="span-3">
        <ChoiceField
          label={t('desk.new.relation')}
          empty={t('desk.new.choose')}
          choices={relations.map((value) => ({ value, label: t(`common.relation.${value}`) }))}
          value={draft.relation}
          onChange={(relation) => change({ relation })}
        />
      </div>
      <div className="span-4">
        <Field label={t('desk.new.guardian')} value={draft.guardian} onChange={(guardian) => change({ guardian })} />
      </div>
    </>
  )
}

/** Where the person lives. */
export function Home({ draft, change, shown, touch }: FormPart) {
  const { t } = useText()
  return (
    <>
      <div className="span-3">
        <Field label={t('desk.new.house')} value={draft.house} onChange={(house) => change({ house })} />
      </div>
      <div className="span-4">
        <Field
          label={t('desk.new.locality')}
          value={draft.locality}
          onChange={(locality) => change({ locality })}
          maxLength={80}
        />
      </div>
      <div className="span-3">
        <ChoiceField
          label={t('desk.new.district')}
          empty={t('desk.new.choose')}
          choices={districts.map((value) => ({ value, label: t(`common.district.${value}`) }))}
          value={draft.district}
          onChange={(district) => change({ district })}
        />
      </div>
      <div className="span-2">
        <Field
          label={t('desk.new.pin')}
          value={draft.pin}
          onChange={(pin) => change({ pin })}
          onBlur={() => touch('pin')}
          problem={shown('pin')}
          numeric
          maxLength={6}
        />
      </div>
    </>
  )
}

interface ServiceProps extends FormPart {
  readonly departments: readonly DepartmentChoice[]
}

/** The language the person is spoken to in, and the queue the token is for. */
export function Service({ draft, change, departments }: ServiceProps) {
  const { t, language } = useText()
  return (
    <>
      <div className="span-5">
        <ChoiceField
          label={t('desk.new.language')}
          empty={t('desk.new.choose')}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={draft.language}
          onChange={(spoken) => change({ language: spoken })}
        />
      </div>
      <div className="span-7">
        <ChoiceField
          label={t('desk.new.department')}
          empty={t('desk.new.choose')}
          choices={departments
            .filter(({ left }) => left > 0)
            .map(({ department, next }) => ({
              value: department.code,
              label: departmentPlace(t, department, language),
              detail: <span className="num muted">{next}</span>,
            }))}
          value={draft.department}
          onChange={(department) => change({ department })}
        />
      </div>
    </>
  )
}
