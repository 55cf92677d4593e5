import { unreachable } from '../../domain/result.ts'
import { SOUND_VERSION, soundKeys } from '../../domain/search/sound-key.ts'
import type { ChangeRow } from '../../domain/wire/sync.ts'

/** Where the sounds of names stand that one version of the rules makes, so that two never mix. */
export type SoundField = 'sound' | `sound-${number}`

export const soundFieldOf = (version: number): SoundField => (version === 0 ? 'sound' : `sound-${version}`)

export const SOUND_FIELD = soundFieldOf(SOUND_VERSION)

/** One thing a record can be found by: a person's phone, the person of a prescription, the item of a right. */
export interface Term {
  readonly field:
    | 'person'
    | 'phone'
    | 'abha'
    | 'word'
    | SoundField
    | 'item'
    | 'holder'
    | 'prescription'
    | 'visit'
    | 'medicine'
    | 'lot'
    | 'staff'
    | 'day'
    | 'task'
    | 'paper'
  readonly value: string
}

const isPlain = /^[ -~]*$/

/** Lower case, Latin letters without their accents; marks of Indic scripts are part of the word and stay. */
export const foldWord = (text: string): string =>
  isPlain.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC')
        .toLowerCase()

export const wordsOf = (text: string): readonly string[] =>
  foldWord(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')

const term = (field: Term['field'], value: string): Term => ({ field, value })

/** What HIMS looks rows of each table up by. */
export function termsOf(change: ChangeRow): readonly Term[] {
  switch (change.table) {
    case 'person': {
      const { name, phone, abha } = change.row
      const words = new Set([...wordsOf(name.latin), ...wordsOf(name.own?.text ?? '')])
      return [
        ...(phone === null ? [] : [term('phone', phone)]),
        ...(abha === null ? [] : [term('abha', abha)]),
        ...Array.from(words, (word) => term('word', word)),
        ...soundKeys(change.row).map((key) => term(SOUND_FIELD, key)),
      ]
    }
    case 'allergy':
    case 'card':
    case 'visit':
      return [term('person', change.row.personId)]
    case 'prescription':
      return [term('person', change.row.personId), ...change.row.items.map(({ id }) => term('item', id))]
    case 'right':
      return [
        term('item', change.row.itemId),
        term('holder', change.row.holder),
        term('prescription', change.row.prescriptionId),
      ]
    case 'dispense':
      return [term('person', change.row.personId), term('item', change.row.itemId)]
    case 'emergency_supply':
    case 'scheme_fact':
    case 'person_edit':
    case 'coverage':
      return [term('person', change.row.personId)]
    case 'person_link':
      return [term('person', change.row.kept), term('person', change.row.merged)]
    case 'family_link':
      return [term('person', change.row.person), term('person', change.row.relative)]
    case 'review':
      return change.row.kind === 'field'
        ? [term('person', change.row.personId)]
        : [term('person', change.row.one), term('person', change.row.other)]
    case 'lot':
      return [term('medicine', change.row.medicine)]
    case 'stock_event':
      return [term('lot', change.row.lotId)]
    case 'visit_event':
      return [term('visit', change.row.visitId)]
    case 'right_wish':
      return [term('prescription', change.row.prescriptionId)]
    case 'order_event': {
      const asked = change.row.kind === 'asked' ? [term('task', 'asked')] : []
      return [term('prescription', change.row.prescriptionId), ...asked]
    }
    case 'stock_paper':
      return change.row.kind === 'arrived' ? [term('paper', change.row.reference)] : []
    case 'roster':
      return [term('staff', change.row.operator), term('day', change.row.day)]
    case 'facility':
    case 'department':
    case 'operator':
    case 'card_flag':
    case 'medicine':
    case 'room':
    case 'lot_mark':
    case 'cold_reading':
    case 'reorder_level':
    case 'supply_request':
    case 'day_statement':
    case 'directory_change':
      return []
    default:
      return unreachable(change)
  }
}
