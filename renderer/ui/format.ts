import type { Birth } from '../../domain/person/person.ts'
import type { MessageId, Text } from '../../domain/text/catalogue.ts'

/** India Standard Time, UTC+5:30 all year: what papers say, whatever zone this computer is set to. */
const OFFSET = 5.5 * 3_600_000

const onTheWall = (at: Date): string => new Date(at.getTime() + OFFSET).toISOString()

/** Wall-clock day `YYYY-MM-DD` at the hospital. */
export const dayOf = (at: Date): string => onTheWall(at).slice(0, 10)

/** `09:41` */
export const clockText = (at: Date): string => onTheWall(at).slice(11, 16)

/** `09:41:08` */
export const secondText = (at: Date): string => onTheWall(at).slice(11, 19)

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
type MonthId = `common.month.${(typeof months)[number]}`
const monthIds: readonly MonthId[] = months.map((month): MonthId => `common.month.${month}`)

/** A day `YYYY-MM-DD` as people say it: `22 Nov 2026`, digits always Latin. */
export function dayText(t: Text, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  const id: MessageId = monthIds[Number(month) - 1] ?? 'common.month.1'
  return t('common.day', { day: String(Number(date)), month: t(id), year })
}

/** A moment today as a time, any other as a day and a time. */
export function momentText(t: Text, at: Date, now: Date): string {
  const time = clockText(at)
  return dayOf(at) === dayOf(now) ? time : t('common.moment', { day: dayText(t, dayOf(at)), time })
}

/** `98100 43217` */
export const phoneText = (digits: string): string => `${digits.slice(0, 5)} ${digits.slice(5)}`

/** `91-2345-6789-0123`, as ABHA cards write their number */
export const abhaText = (digits: string): string => digits.replace(/^(..)(....)(....)/, '$1-$2-$3-')

export interface AgeSaid {
  readonly unit: 'years' | 'months'
  readonly count: number
}

/** An age as it is said: years, and months under two. */
export function ageSaid(birth: Birth, today: string): AgeSaid {
  const from = birth.kind === 'date' ? birth.on : birth.asOf
  const told = birth.kind === 'date' ? 0 : birth.years * 12
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number)
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number)
  const count = Math.max(0, told + (year - fromYear) * 12 + (month - fromMonth) - (day < fromDay ? 1 : 0))
  return count < 24 ? { unit: 'months', count } : { unit: 'years', count: Math.floor(count / 12) }
}
