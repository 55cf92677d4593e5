import type { ReactNode } from 'react'

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
import { Tick } from '../../ui/tick.tsx'
import { isChild } from './draft.ts'
import type { FormPart } from './form-part.ts'
import { PlaceField } from './place-field.tsx'
import { SeenMark, Sourced, SourceMark } from './sourced.tsx'

const relations: readonly Guardian['relation'][] = ['father', 'mother', 'husband', 'wife', 'guardian']

interface PhoneProps extends FormPart {
  /** How many people here use the phone that was typed. */
  readonly users: number
  readonly today: string
}

/** A phone, which families share. */
export function Phone({ draft, change, shown, touch, source, users, today }: PhoneProps) {
  const { t } = useText()
  const child = isChild(draft, today)
  const asksPhone = child && draft.phone.trim() === '' && (draft.noPhone || shown('phone') !== null)
  return (
    <Sourced field="phone" source={source('phone')} marked>
      <Field
        label={t('desk.new.phone')}
        {...(child ? { hint: t('register.phone.guardian') } : {})}
        value={draft.phone}
        onChange={(phone) => change({ phone })}
        onBlur={() => touch('phone')}
        problem={shown('phone')}
        end={
          <>
            <SourceMark source={source('phone')} />
            {users === 0 ? null : <Chip kind="care">{t('desk.new.phone-users', { count: users })}</Chip>}
          </>
        }
        numeric
        maxLength={16}
      />
      {asksPhone ? (
        <Tick checked={draft.noPhone} onChange={(noPhone) => change({ noPhone })}>
          {t('register.no-phone')}
        </Tick>
      ) : null}
    </Sourced>
  )
}

interface FamilyProps extends FormPart {
  readonly today: string
}

/** One relative, and the house they share. */
export function FamilyRow({ draft, change, shown, touch, source, places, today }: FamilyProps) {
  const { t } = useText()
  const child = isChild(draft, today)
  return (
    <div className="form-row family">
      <ChoiceField
        label={t('desk.new.relation')}
        empty={t('desk.new.choose')}
        choices={relations.map((value) => ({ value, label: t(`common.relation.${value}`) }))}
        value={draft.relation}
        onChange={(relation) => change({ relation })}
      />
      <Sourced field="guardian" source={source('guardian')} marked={source('guardian')?.kind === 'seen'}>
        <Field
          label={t('desk.new.guardian')}
          {...(child ? { hint: t('register.guardian') } : {})}
          value={draft.guardian}
          onChange={(guardian) => change({ guardian })}
          onBlur={() => touch('guardian')}
          problem={shown('guardian')}
          end={<SeenMark source={source('guardian')} />}
        />
      </Sourced>
      <Sourced field="house" source={source('house')}>
        <Field label={t('desk.new.house')} value={draft.house} onChange={(house) => change({ house })} />
      </Sourced>
      <Sourced field="locality" source={source('locality')} marked={source('locality')?.kind === 'seen'}>
        <PlaceField draft={draft} change={change} places={places} end={<SeenMark source={source('locality')} />} />
      </Sourced>
    </div>
  )
}

interface ServiceProps extends FormPart {
  /** What the last place of the row asks. */
  readonly last: ReactNode
}

/** The rest of the address, and the language the person is spoken to in. */
export function ServiceRow({ draft, change, shown, touch, source, last }: ServiceProps) {
  const { t } = useText()
  return (
    <div className="form-row service">
      <Sourced field="district" source={source('district')}>
        <ChoiceField
          label={t('desk.new.district')}
          empty={t('desk.new.choose')}
          choices={districts.map((value) => ({ value, label: t(`common.district.${value}`) }))}
          value={draft.district}
          onChange={(district) => change({ district })}
        />
      </Sourced>
      <Sourced field="pin" source={source('pin')}>
        <Field
          label={t('desk.new.pin')}
          value={draft.pin}
          onChange={(pin) => change({ pin })}
          onBlur={() => touch('pin')}
          problem={shown('pin')}
          numeric
          maxLength={6}
        />
      </Sourced>
      <ChoiceField
        label={t('desk.new.language')}
        empty={t('desk.new.choose')}
        choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        value={draft.language}
        onChange={(spoken) => change({ language: spoken })}
      />
      {last}
    </div>
  )
}

/** What few people have or know: the ward they vote in, and their ABHA number. */
export function NumberRow({ draft, change, shown, touch, source, children }: NumberProps) {
  const { t } = useText()
  return (
    <div className="form-row numbers">
      <Sourced field="ward" source={source('ward')}>
        <Field label={t('register.ward')} value={draft.ward} onChange={(ward) => change({ ward })} maxLength={60} />
      </Sourced>
      <Sourced field="abha" source={source('abha')} marked={source('abha')?.kind === 'seen'}>
        <Field
          label={t('common.field.abha')}
          value={draft.abha}
          onChange={(abha) => change({ abha })}
          onBlur={() => touch('abha')}
          problem={shown('abha')}
          end={<SeenMark source={source('abha')} />}
          numeric
          coded
          maxLength={20}
        />
      </Sourced>
      {children}
    </div>
  )
}

interface NumberProps extends FormPart {
  /** What else the row asks. */
  readonly children?: ReactNode
}

interface QueueProps extends Pick<FormPart, 'draft' | 'change'> {
  readonly departments: readonly DepartmentChoice[]
}

/** The queue that the token is for. */
export function QueueField({ draft, change, departments }: QueueProps) {
  const { t, language } = useText()
  return (
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
  )
}
