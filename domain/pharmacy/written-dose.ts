import { measures, timesOfDay } from './measure.ts'
import type { Medicine } from './medicine.ts'
import type { Dose } from './prescription.ts'

export type Times = Omit<Dose, 'food'>

const MOST = 20
const parts: Readonly<Record<string, number>> = { '¼': 0.25, '½': 0.5, '¾': 0.75 }

/** `½`, `1½`, `1 ½`, `1.5`, `1/2`, `1 1/2`; tablets break in halves and quarters, and in no other parts. */
function countOf(text: string): number | null {
  const [, whole = '', part] = /^(\d*)\s*([¼½¾])$/.exec(text) ?? []
  if (part !== undefined) return Number(whole) + (parts[part] ?? 0)
  const [, before = '', above, below] = /^(?:(\d{1,2})\s+)?(\d{1,2})\/([24])$/.exec(text) ?? []
  if (above !== undefined) return Number(before) + Number(above) / Number(below)
  return /^\d{1,2}(\.\d{1,2})?$/.test(text) ? Number(text) : null
}

/** Reads a dose as doctors in India write it: `1-0-1` is morning, noon and night; four numbers have the evening third. */
export function readDose(text: string): Times | null {
  // Beside dashes a space belongs to the number: `1 1/2-0-1`.
  const between = /[-–]/.test(text) ? /\s*[-–]\s*/ : /\s+/
  const counts = text.trim().split(between).map(countOf)
  const [morning, noon, third, fourth] = counts
  if (counts.length < 3 || counts.length > 4 || counts.some((count) => count === null || count > MOST)) return null
  const night = counts.length === 3 ? third : fourth
  const evening = counts.length === 3 ? 0 : third
  const times = { morning: morning ?? 0, noon: noon ?? 0, evening: evening ?? 0, night: night ?? 0 }
  return timesOfDay.some((time) => times[time] > 0) ? times : null
}

/** The same as text; the evening only where there is one. */
export const doseWritten = ({ morning, noon, evening, night }: Times): string =>
  (evening === 0 ? [morning, noon, night] : [morning, noon, evening, night]).join('-')

/** What is given in all: whole units for those days; of what comes in tubes and bottles, one. */
export function quantityFor(form: Medicine['form'], times: Times, days: number): number {
  const { dose, pack } = measures[form]
  if (dose !== pack) return 1
  return Math.max(1, Math.ceil(timesOfDay.reduce((sum, time) => sum + times[time], 0) * days - 1e-9))
}
