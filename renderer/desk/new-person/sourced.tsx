import { useId } from 'react'
import type { ReactNode } from 'react'

import type { ForeignIdentity } from '../../../domain/foreign-code/foreign-identity.ts'
import type { Text } from '../../../domain/text/catalogue.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { phoneText } from '../../ui/format.ts'
import { Icon } from '../../ui/icon/icon.tsx'
import { StateShape } from '../../ui/icon/state-shape.tsx'
import { Written } from '../../ui/written.tsx'
import { kindWord, proofShape } from '../scan/identity-words.ts'
import type { CodeField, Says } from './code-fill.ts'
import type { FieldSource } from './form-part.ts'
import type { FactField } from './known-how.ts'

/** What a code says for one box, as a person reads it. */
function worded(t: Text, field: CodeField, says: Says): string {
  const value = says[field] ?? ''
  if (field === 'sex' && says.sex !== undefined && says.sex !== null) return t(`common.sex.${says.sex}`)
  if (field === 'district' && says.district !== undefined && says.district !== null) {
    return t(`common.district.${says.district}`)
  }
  if (field === 'guardian' && says.relation !== undefined) return `${t(`common.relation.${says.relation}`)}: ${value}`
  return field === 'phone' ? phoneText(value) : value
}

const labels = {
  latin: 'desk.new.name',
  own: 'desk.new.own',
  sex: 'desk.new.sex',
  birth: 'desk.new.birth',
  phone: 'desk.new.phone',
  guardian: 'desk.new.guardian',
  house: 'desk.new.house',
  locality: 'desk.new.locality',
  district: 'desk.new.district',
  pin: 'desk.new.pin',
  abha: 'common.field.abha',
  ward: 'register.ward',
} as const

/** Inside a box: it was copied from a paper that lay on the desk. */
export function SeenMark({ source }: { readonly source: FieldSource | null }) {
  const { t } = useText()
  return source?.kind !== 'seen' ? null : (
    <span className="known">
      <Icon name="eye" />
      <span>{t('register.source.seen')}</span>
    </span>
  )
}

const markId = ({ proof }: ForeignIdentity) =>
  proof.kind === 'signed' ? 'identity.mark.verified' : 'identity.mark.unverified'

/** A small mark inside a wide box: which code filled it. */
export function SourceMark({ source }: { readonly source: FieldSource | null }) {
  const { t } = useText()
  if (source?.kind === 'seen') return <SeenMark source={source} />
  if (source?.kind !== 'from') return null
  return <Chip kind={proofShape(source.identity)}>{kindWord(t, source.identity.kind)}</Chip>
}

interface LineProps {
  readonly id: string
  readonly field: FactField
  readonly source: FieldSource
  readonly marked: boolean
}

/** A text that its box may cut is shown whole. */
const LONG = 36

function SourceLine({ id, field, source, marked }: LineProps) {
  const { t } = useText()
  if (source.kind === 'seen') {
    return (
      <div className={marked ? 'spoken-only' : 'known-line'} id={id}>
        <SeenMark source={source} />
      </div>
    )
  }
  const { identity } = source
  const kind = kindWord(t, identity.kind)
  const value = field === 'ward' ? '' : worded(t, field, source.says)
  if (source.kind === 'from') {
    return (
      <div className={marked ? 'spoken-only' : 'source-line'} id={id}>
        <StateShape kind={proofShape(identity)} />
        <span>
          <span aria-hidden="true">{kind}</span>
          <span className="spoken-only">{t(markId(identity), { kind })}</span>
        </span>
        {value.length > LONG ? <Written className="muted" text={value} /> : null}
      </div>
    )
  }
  return (
    <div className="source-line differs">
      <span className="grow" id={id}>
        {t('identity.says', { kind })} <Written className="strong" text={value} />
      </span>
      <ActionButton label={t('identity.use.field', { field: t(labels[field]), value })} onPress={source.use}>
        {t('identity.use')}
      </ActionButton>
    </div>
  )
}

interface Props {
  readonly field: FactField
  readonly source: FieldSource | null
  /** The box bears its mark itself. */
  readonly marked?: boolean
  readonly children: ReactNode
}

/** A box with the code it was filled from, or what the code says instead, under it. */
export function Sourced({ field, source, marked = false, children }: Props) {
  const id = useId()
  return (
    <div className="sourced" data-fact={field} {...(source === null ? {} : { role: 'group', 'aria-describedby': id })}>
      {children}
      {source === null ? null : <SourceLine id={id} field={field} source={source} marked={marked} />}
    </div>
  )
}
