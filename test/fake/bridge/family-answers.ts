import type { Handlers } from '../../../contract/channel.ts'
import type { PersonHit } from '../../../contract/desk.ts'
import type { familyChannels } from '../../../contract/family.ts'
import type { WrongCard, wrongCardChannels } from '../../../contract/wrong-card.ts'
import { OperatorId, TerminalId, VisitId } from '../../../domain/id.ts'
import type { FamilyLink } from '../../../domain/person/family-link.ts'

const id = (n: number) => `01926c00-0000-7000-8000-${(0xe00 + n).toString(16).padStart(12, '0')}`
const sunita = OperatorId.parse('sunita-devi')

const done: WrongCard = {
  id: id(9),
  at: '2026-11-22T03:40:00.000Z',
  by: 'Imran Qureshi',
  holder: 'Salma Khatoon',
  visits: 1,
  card: 'K7QP-2M4X-T',
  undone: false,
}

/** A family of two, one correction, and a card that somebody else went home with. */
export function familyAnswers(
  people: readonly PersonHit[],
): Handlers<typeof familyChannels> & Handlers<typeof wrongCardChannels> {
  const of = (n: number) => {
    const found = people[n]
    if (found === undefined) throw new Error('A family needs people')
    return found
  }
  const link = (n: number, ended: FamilyLink['ended']): FamilyLink => ({
    id: id(n),
    person: of(0).person.id,
    relative: of(n).person.id,
    relation: n === 1 ? 'spouse' : 'parent',
    at: '2026-11-02T05:10:00.000Z',
    by: sunita,
    ended,
  })
  const ended = { at: '2026-11-12T05:10:00.000Z', by: sunita, reason: '' }
  return {
    'family.list': async () => [
      { link: link(1, null), role: 'spouse', person: of(1).person, age: of(1).age, by: 'Sunita Devi' },
      { link: link(2, ended), role: 'child', person: of(2).person, age: of(2).age, by: 'Sunita Devi' },
    ],
    'family.link': async ({ role }) =>
      role === 'child' ? { kind: 'not-linked', reason: 'contradicts' } : { kind: 'linked', link: link(1, null) },
    'family.end': async () => ({ kind: 'ended' }),
    'person.history': async () => [
      {
        id: id(5),
        at: '2026-11-19T06:30:00.000Z',
        by: 'Rajesh Meena',
        terminal: TerminalId.parse(id(6)),
        here: false,
        source: 'clerk',
        was: { phone: '9810043210' },
        set: { phone: '9810043217' },
      },
    ],
    'wrong-card.open': async () => ({
      shortCode: 'R3ZY-W093-N',
      status: 'active',
      owner: of(0).person,
      visits: [
        {
          id: VisitId.parse(id(7)),
          label: 'M 148',
          at: '2026-11-22T03:20:00.000Z',
          department: { en: 'Medicine', hi: 'मेडिसिन', pa: 'ਮੈਡੀਸਨ', ur: 'میڈیسن' },
          waits: true,
        },
        {
          id: VisitId.parse(id(8)),
          label: 'E 31',
          at: '2026-11-20T04:20:00.000Z',
          department: { en: 'Eye', hi: 'नेत्र', pa: 'ਅੱਖਾਂ', ur: 'آنکھ' },
          waits: false,
        },
      ],
      left: 41,
      done: [],
    }),
    'wrong-card.right': async () => ({ kind: 'righted', done, jobs: [] }),
    'wrong-card.undo': async () => ({ kind: 'undone', visits: 1 }),
  }
}
