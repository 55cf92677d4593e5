import type { CardBlank, CardRecord } from '../../domain/card/card-record.ts'
import { shortCode } from '../../domain/card/short-code.ts'
import { JobId, MutationId } from '../../domain/id.ts'
import type { Language } from '../../domain/language.ts'
import type { Facility } from '../../domain/hospital/facility.ts'
import type { Person } from '../../domain/person/person.ts'
import type { CardPaper } from '../../domain/print/document.ts'
import { fail, ok } from '../../domain/result.ts'
import type { Result } from '../../domain/result.ts'
import type { Bench } from './bench.ts'

export interface IssuedCard {
  readonly card: CardRecord
  readonly shortCode: string
  /** The text of its QR symbol. */
  readonly code: string
  readonly job: JobId
}

/** Takes a blank that HIMS has signed, makes it this person's, and queues its printing. */
export function issueCard(
  bench: Bench,
  person: Person,
  language: Language,
): Result<IssuedCard, 'no-blank' | 'disk-full'> {
  const { store } = bench
  const { facility } = store.device.read()
  if (facility === null) return fail('no-blank')
  const saved = bench.save((write) => {
    const blank = store.leased.takeCard(bench.today(), 'temporary')
    if (blank === null) return null
    const card = recordOf(blank, person)
    const short = shortCode(card.cardId)
    const job = JobId.parse(bench.newId())
    write.put('card', card)
    write.tellHims(MutationId.parse(bench.newId()), { kind: 'card.issued', card }, short)
    write.audit('card.issued', card.cardId)
    write.print(job, paperOf(person, blank, facility, language, short), short)
    return { card, shortCode: short, code: blank.text, job }
  })
  if (!saved.ok) return saved
  return saved.value === null ? fail('no-blank') : ok(saved.value)
}

const recordOf = ({ cardId, statusIndex, issued, expires }: CardBlank, { id }: Person): CardRecord => ({
  cardId,
  personId: id,
  statusIndex,
  issued,
  expires,
  status: 'active',
  profile: 'P-ID',
  term: 'temporary',
})

const paperOf = (
  { name, sex, birth, guardian }: Person,
  { issued, expires, text }: CardBlank,
  facility: Facility,
  language: Language,
  short: string,
): CardPaper => ({
  kind: 'card',
  language,
  facility,
  name,
  sex,
  born: birth.kind === 'date' ? birth.on : String(Number(birth.asOf.slice(0, 4)) - birth.years),
  guardian,
  shortCode: short,
  issued,
  expires,
  term: 'temporary',
  // Nobody has asked yet whether these may stand on the face.
  bloodGroup: null,
  abha: null,
  code: text,
  copy: 1,
})
