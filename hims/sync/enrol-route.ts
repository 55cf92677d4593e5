import { EnrolRequest } from '../../domain/wire/sync.ts'
import type { HimsInside } from '../hims.ts'
import { readKnown } from '../record/tolerant.ts'
import { codeHash, enrol } from '../terminal/enrolment.ts'
import { answer, common, refusal } from './answer.ts'
import type { Answer } from './answer.ts'
import type { GuessLimit } from './guess-limit.ts'

/** POST /sync/v1/enrol: whoever brings a one-time code becomes that terminal. */
export async function enrolTerminal(inside: HimsInside, guesses: GuessLimit, body: unknown): Promise<Answer> {
  const { salt, commit, world } = inside
  const request = readKnown(EnrolRequest, body)
  if (!request.ok) return refusal({ problem: 'bad-request', detail: request.problem })
  if (!guesses.allowed(world.now())) return refusal({ problem: 'busy', detail: 'too many codes tried' }, 429)
  const hash = await codeHash(request.value.code, salt)
  if (hash === null) return refusal({ problem: 'unknown-code', detail: 'mistyped' })
  const enrolled = await commit(1, (store) => enrol(store, hash, request.value, world))
  if (!enrolled.ok) {
    if (enrolled.problem === 'no-facility') return refusal({ problem: 'busy', detail: 'no facility loaded yet' })
    guesses.missed(world.now())
    return refusal({ problem: 'unknown-code' })
  }
  const { terminal, facility } = enrolled.value
  const { id, epoch, role, label } = terminal
  return answer({ ...common(inside), terminal: id, epoch, role, label, facility })
}
