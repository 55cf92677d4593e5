import type { Handlers } from '../../contract/channel.ts'
import type { desk } from '../../contract/desk.ts'
import { batchHandlers } from './card-batch.ts'
import { cardsOf, issueCard, issuePermanent } from './card-desk.ts'
import { cardLife } from './card-life.ts'
import type { Counter } from './counter.ts'
import { dayHandlers } from './day-desk.ts'
import { mergeHandlers } from './merge-desk.ts'
import { familyHandlers } from './merge-family.ts'
import { wrongCardHandlers } from './card-wrong.ts'
import { suggestNames } from './name-suggestion.ts'
import { searchPeople } from './person-search.ts'
import { openPerson, personHere } from './person-view.ts'
import { likelyPeople, registerPerson } from './register-person.ts'
import { registerHandlers } from './register-handlers.ts'
import { schemeHandlers } from './scheme-desk.ts'
import { staffHandlers } from './shell-handlers.ts'
import { departments, issueToken } from './token-desk.ts'
import { visitHandlers } from './visit-desk.ts'

export const deskHandlers = (
  counter: Counter,
): Omit<Handlers<typeof desk.channels>, 'terminal.about' | 'terminal.recover'> => {
  const { bench } = counter
  const life = cardLife(bench)
  return {
    ...staffHandlers(counter),
    ...mergeHandlers(bench),
    ...schemeHandlers(bench),
    ...registerHandlers(counter),
    ...visitHandlers(bench),
    ...dayHandlers(counter),
    ...familyHandlers(bench),
    ...wrongCardHandlers(bench),
    ...batchHandlers(bench, counter.batches),
    'person.search': async ({ text }) => searchPeople(bench, text),
    'person.open': async ({ id }) => openPerson(bench, id),
    'person.likely': async (draft) => likelyPeople(bench, draft).map(({ hit }) => hit),
    'person.register': async (asked) => registerPerson(bench, asked),
    'name.suggest': async ({ text }) => suggestNames(bench, text),
    'department.list': async () => departments(bench),
    async 'token.issue'({ personId, department, priority, doctor }) {
      const person = personHere(bench.store, personId)
      if (person === null) return { kind: 'no-number' }
      const issued = issueToken(bench, person, { department, priority, doctor }, person.language)
      if (issued.ok) {
        const { visit, label, job } = issued.value
        return { kind: 'issued', visit, label, job }
      }
      return issued.problem === 'no-number' ? { kind: 'no-number' } : { kind: 'not-saved', cause: issued.problem }
    },
    'card.list': async ({ personId }) => cardsOf(bench, personId),
    async 'card.issue'({ personId, ...wanted }) {
      const person = personHere(bench.store, personId)
      if (person === null) return { kind: 'no-blank' }
      const issued = issueCard(bench, { person, ...wanted })
      return issued.ok ? { kind: 'issued', ...issued.value } : notIssued(issued.problem)
    },
    async 'card.permanent'({ personId, ...wanted }) {
      const person = personHere(bench.store, personId)
      if (person === null) return { kind: 'no-blank' }
      const issued = issuePermanent(bench, { person, ...wanted }, wanted)
      return issued.ok ? { kind: 'issued', ...issued.value } : notIssued(issued.problem)
    },
    'card.change': async (asked) => life.change(asked),
    'card.reissue': async (asked) => life.reissue(asked),
  }
}

const notIssued = (problem: 'no-blank' | 'disk-full') =>
  problem === 'no-blank' ? ({ kind: problem } as const) : ({ kind: 'not-saved', cause: problem } as const)
