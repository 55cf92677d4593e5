import type { z } from 'zod'

import type { registerChannels } from '../../contract/register.ts'
import { UNKNOWN_CODES, guessedYears, unknownCode } from '../../domain/person/unidentified.ts'
import type { PersonDraft } from '../../domain/person/person.ts'
import { writeBand } from './band-desk.ts'
import type { Bench } from './bench.ts'
import { writtenQuestion } from './person-question.ts'
import { writePerson } from './register-person.ts'

type Channel = (typeof registerChannels)['person.unknown']
type Answer = z.input<Channel['output']>

const nowhere = { house: '', locality: '', district: null, pin: null } as const

/** Registers somebody nobody knows, as they look, under a code that can be called out. */
export function registerUnknown(bench: Bench, { sex, looks, language }: z.output<Channel['input']>): Answer {
  const { code, name } = freeCode(bench)
  const saved = bench.save((write) => {
    const draft: PersonDraft = {
      name: name(language),
      sex,
      birth: { kind: 'age', years: guessedYears[looks], asOf: bench.today() },
      phone: null,
      address: nowhere,
      guardian: null,
      language,
      abha: null,
      bloodGroup: null,
      evidence: null,
      sources: { birth: 'guessed', sex: 'guessed' },
      unidentified: { code, since: write.at },
    }
    const person = writePerson(bench, write, draft)
    return { person, job: writeBand(bench, write, person) }
  })
  return saved.ok ? { kind: 'saved', ...saved.value } : { kind: 'not-saved', cause: saved.problem }
}

const TRIES = 8
/** More people with one code are not looked at. */
const MOST = 50

/** A code that nobody here has or had, since a wristband outlasts the name that is found out; another hospital may have used it, which the wristband's own code tells apart. */
function freeCode({ random, store }: Bench) {
  for (let left = TRIES; ; left--) {
    const bytes = random(3)
    const at = ((bytes[0] ?? 0) * 65_536 + (bytes[1] ?? 0) * 256 + (bytes[2] ?? 0)) % UNKNOWN_CODES
    const candidate = unknownCode(at)
    const bearers = store.people.matching(writtenQuestion(candidate.code.split(' ')), MOST)
    const taken = bearers.some(({ unidentified }) => unidentified?.code === candidate.code)
    if (!taken || left === 0) return candidate
  }
}
