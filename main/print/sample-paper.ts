import type { Department, Facility } from '../../domain/hospital/facility.ts'
import type { Language } from '../../domain/language.ts'
import type { CardPaper, MedicineLabel, TokenSlip } from '../../domain/print/document.ts'
import { textIn } from '../../domain/text/catalogue.ts'

/** Papers of nobody, as long as usual ones: what is drawn only so that drawing is ready for the first person. */
export interface SamplePapers {
  readonly slip: TokenSlip
  readonly label: MedicineLabel
  readonly card: CardPaper
}

const DAY = '2026-01-01'
const PRINTED = `${DAY}T00:00`

export function samplePapers(language: Language): SamplePapers {
  const words = textIn(language)('desk.paper.token-slip')
  const name = { en: words, hi: words, pa: words, ur: words }
  const facility: Facility = { code: 'none', name, hfr: null }
  const department: Department = {
    code: 'none',
    name,
    prefix: 'A',
    room: '1',
    floor: 1,
    line: 'blue',
    sign: 'medicine',
  }
  const common = { language, facility, copy: 1 }
  return {
    slip: {
      ...common,
      kind: 'token-slip',
      department,
      token: 'A 000',
      initials: 'A. A.',
      age: 0,
      sex: 'other',
      expected: { from: '00:00', to: '00:00', before: 0 },
      priority: 'none',
      doctor: null,
      printedAt: PRINTED,
      counter: '0',
      code: `DLV1:${'0'.repeat(36)}`,
    },
    label: {
      ...common,
      kind: 'medicine-label',
      medicine: { code: 'none', name: words, strength: '0 mg', form: 'tablet', groups: [], shelf: '' },
      dose: { morning: 1, noon: 1, evening: 1, night: 1, food: 'after' },
      days: 1,
      quantity: 1,
      lot: '0',
      expiry: DAY,
      personName: { latin: words, own: null },
      printedAt: PRINTED,
    },
    card: {
      ...common,
      kind: 'card',
      name: { latin: words, own: null },
      sex: 'other',
      born: DAY,
      guardian: null,
      shortCode: '0000-0000-0',
      issued: DAY,
      expires: DAY,
      term: 'temporary',
      bloodGroup: null,
      abha: null,
      code: '0'.repeat(150),
    },
  }
}
