import type { Directory } from '../../../contract/admin.ts'
import { FourTexts } from '../../../domain/language.ts'
import type { Spoken } from '../../text/use-text.tsx'
import { dayText } from '../../ui/format.ts'
import { departmentName, roomName, staffName } from '../row-text.ts'

const fields = [
  'name',
  'names',
  'prefix',
  'room',
  'floor',
  'line',
  'sign',
  'label',
  'kind',
  'department',
  'open',
  'roles',
  'since',
  'left',
  'pin',
  'badge',
  'closed',
  'operator',
  'day',
  'from',
  'to',
  'minutes',
  'status',
  'runBy',
  'hfr',
  'notAt',
  'shelf',
  'least',
  'wanted',
  'strength',
  'form',
] as const
export type KnownField = (typeof fields)[number]

const isKnown = (field: string): field is KnownField => (fields as readonly string[]).includes(field)

/** Whether a field is for people: codes and what belongs to the program are not shown. */
export const isShown = (field: string): boolean => isKnown(field)

/** What proves who somebody is: that it changed is all that is told. */
export const isSecret = (field: string): boolean => field === 'pin' || field === 'badge'

/** What a field is called; a field of a newer version keeps its own name. */
export const fieldName = ({ t }: Spoken, field: string): string => (isKnown(field) ? t(`admin.field.${field}`) : field)

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A field's value as people say it. */
export function valueText(spoken: Spoken, directory: Directory, field: string, json: string | null): string {
  const { t, language, list } = spoken
  if (json === null) return t('admin.value.none')
  if (isSecret(field)) return t('admin.value.hidden')
  const value = parsed(json)
  const four = FourTexts.safeParse(value)
  if (four.success) return four.data[language]
  if (field === 'notAt') return t(isListed(value, directory) ? 'admin.given.no' : 'admin.given.yes')
  if (Array.isArray(value)) return list(value.map((each) => word(spoken, field, String(each))))
  if (typeof value === 'boolean') return t(value ? 'admin.value.yes' : 'admin.value.no')
  if (typeof value !== 'string') return String(value)
  if (DAY.test(value)) return dayText(t, value)
  if (field === 'operator') return staffName(spoken, directory, value)
  if (field === 'department') return departmentName(spoken, directory, value)
  if (field === 'room') return roomName(spoken, directory, value)
  return word(spoken, field, value)
}

const isListed = (value: unknown, { facility }: Directory): boolean =>
  Array.isArray(value) && value.includes(facility?.row.code)

/** Words of the program's own lists. */
function word({ t }: Spoken, field: string, value: string): string {
  switch (`${field} ${value}`) {
    case 'roles clerk':
      return t('admin.role.clerk')
    case 'roles pharmacist':
      return t('admin.role.pharmacist')
    case 'roles supervisor':
      return t('admin.role.supervisor')
    case 'roles doctor':
      return t('admin.role.doctor')
    case 'roles administrator':
      return t('admin.role.administrator')
    case 'line blue':
      return t('admin.line.blue')
    case 'line green':
      return t('admin.line.green')
    case 'line plum':
      return t('admin.line.plum')
    case 'line brick':
      return t('admin.line.brick')
    case 'kind consulting':
      return t('admin.kind.consulting')
    case 'kind counter':
      return t('admin.kind.counter')
    case 'kind store':
      return t('admin.kind.store')
    case 'kind waiting':
      return t('admin.kind.waiting')
    case 'status planned':
      return t('admin.value.planned')
    case 'status cancelled':
      return t('admin.unused.roster')
    case 'runBy delhi':
      return t('admin.run-by.delhi')
    case 'runBy central':
      return t('admin.run-by.central')
    case 'runBy municipal':
      return t('admin.run-by.municipal')
    case 'runBy private':
      return t('admin.run-by.private')
    default:
      return value
  }
}
