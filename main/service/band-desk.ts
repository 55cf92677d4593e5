import { JobId } from '../../domain/id.ts'
import type { PersonId } from '../../domain/id.ts'
import { ageOn } from '../../domain/person/person.ts'
import type { Person } from '../../domain/person/person.ts'
import type { Wristband } from '../../domain/print/document.ts'
import type { Write } from '../store/save.ts'
import type { Bench } from './bench.ts'
import { localMinute } from './local-time.ts'
import { personHere } from './person-view.ts'

/** The text of a wristband's QR is this and the person's id. */
export const BAND_PREFIX = 'DLW1:'

/** Puts a wristband into the commit that it is given; null while nobody knows which hospital this is. */
export function writeBand(bench: Bench, write: Write, person: Person): JobId | null {
  const { facility, label: counter } = bench.store.device.read()
  if (facility === null) return null
  const job = JobId.parse(bench.newId())
  const band: Wristband = {
    kind: 'wristband',
    language: person.language,
    facility,
    name: person.name,
    age: ageOn(person.birth, bench.today()),
    sex: person.sex,
    born: person.birth.kind === 'date' ? person.birth.on : null,
    guessed: person.sources?.birth === 'guessed',
    mother: person.bornTo === undefined ? null : (person.guardian?.name ?? null),
    printedAt: localMinute(bench.now()),
    counter,
    code: BAND_PREFIX + person.id,
    copy: 1,
  }
  write.print(job, band, person.unidentified?.code ?? person.name.latin)
  return job
}

/** A wristband for somebody who is here: theirs is lost, or they were renamed. */
export function printBand(bench: Bench, id: PersonId) {
  const person = personHere(bench.store, id)
  if (person === null) return { kind: 'gone' } as const
  const saved = bench.save((write) => {
    write.audit('band.printed', person.id)
    return writeBand(bench, write, person)
  })
  if (!saved.ok) return { kind: 'not-saved', cause: saved.problem } as const
  return saved.value === null ? ({ kind: 'gone' } as const) : ({ kind: 'queued', job: saved.value } as const)
}
