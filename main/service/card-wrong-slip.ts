import type { Visit } from '../../domain/hospital/token.ts'
import { JobId } from '../../domain/id.ts'
import { ageOn } from '../../domain/person/person.ts'
import type { Person } from '../../domain/person/person.ts'
import type { DayQuery } from '../store/day-query.ts'
import type { Write } from '../store/save.ts'
import type { Bench } from './bench.ts'
import { initialsOf } from './initials.ts'
import { printPaper } from './make-card.ts'
import { VISIT_PREFIX } from './token-desk.ts'

interface Slips {
  readonly bench: Bench
  readonly write: Write
  readonly slips: Pick<DayQuery, 'slipsOf'>
}

/** The slip of a visit once more, for another person; nothing where it was printed at another desk. */
export function slipFor({ bench, write, slips }: Slips, visit: Visit, person: Person): JobId[] {
  const last = slips.slipsOf(VISIT_PREFIX + visit.id).at(-1)
  const document = last === undefined ? null : bench.store.spool.document(JobId.parse(last.id))
  if (last === undefined || document?.kind !== 'token-slip') return []
  const again = {
    ...document,
    initials: initialsOf(person),
    age: ageOn(person.birth, bench.today()),
    sex: person.sex,
    copy: document.copy + 1,
  }
  return [printPaper(bench, write, again, last.title)]
}
