import type { Known } from '../../../domain/scheme/known.ts'
import type { MessageId, Text } from '../../../domain/text/catalogue.ts'
import { isBetween, isBirth } from '../../../domain/scheme/known.ts'
import { dayText } from '../../ui/format.ts'

/** What is known, in words; `named` where the rules have a name for it. */
export function valueText(t: Text, value: Known['value'], kind: string, named: string | null): string {
  if (named !== null) return named
  if (typeof value === 'boolean') return t(value ? 'scheme.desk.yes' : 'scheme.desk.no')
  if (typeof value === 'number') return kind === 'rupees' ? rupees(value) : String(value)
  if (typeof value === 'string') return looseText(t, value)
  if (isBirth(value)) {
    if (value.kind === 'date') return dayText(t, value.on)
    return t('scheme.desk.aged', { years: value.years, day: dayText(t, value.asOf) })
  }
  return isBetween(value) ? `${rupees(value.least ?? 0)} – ${value.most === null ? '' : rupees(value.most)}` : ''
}

/** Lakhs and crores, in Latin digits. */
const rupees = (amount: number): string => `₹${new Intl.NumberFormat('en-IN').format(amount)}`

function looseText(t: Text, day: string): string {
  const [year = '', month, date] = day.split('-')
  if (month === undefined) return year
  if (date !== undefined) return dayText(t, day)
  const id = `common.month.${Number(month)}`
  return `${isMonth(id) ? t(id) : month} ${year}`
}

const isMonth = (id: string): id is MessageId & `common.month.${number}` => /^common\.month\.([1-9]|1[0-2])$/.test(id)
