import { desk } from '../../../contract/desk.ts'
import { mergeChannels } from '../../../contract/merge.ts'
import type { PersonId } from '../../../domain/id.ts'
import type { Run } from './run-state.ts'
import { somebody, working } from './run-state.ts'
import { unhealed } from './replica.ts'

const CORRECTIONS = 6
/** All have heard of a correction within so many milliseconds. */
const HEARD_WITHIN = 15_000

/**
 * Desks whose clocks are hours and years apart correct one person one after another, each seeing what the one before it
 * said: the last word holds everywhere, whatever any clock says.
 */
export async function laterWins(run: Run): Promise<number> {
  const personId = await somebodyAlone(run)
  if (personId === null) return 0
  for (let at = 0; at < CORRECTIONS; at++) {
    const phone = `7${String(at)}${String(run.chance.whole(1e8)).padStart(8, '0')}`
    if (!(await corrected(run, personId, phone))) continue
    await heardByAll(run)
    for (const terminal of run.hospital.terminals.filter(({ role }) => role === 'desk')) {
      const shown = terminal.rows('person').get(personId) ?? ''
      if (!shown.includes(phone)) run.model.violations.push(`${terminal.name}: a later word lost to a clock: ${phone}`)
    }
  }
  return CORRECTIONS
}

/** Somebody whom no link joins with anybody: a desk shows of linked records the one that is kept. */
async function somebodyAlone(run: Run): Promise<PersonId | null> {
  for (let tries = 0; tries < 20; tries++) {
    const [id, terminal] = [somebody(run), working(run, 'desk')]
    const opened = desk.channels['person.open'].output.safeParse(await terminal?.ask('person.open', { id }))
    if (opened.success && opened.data !== null && opened.data.linked.length === 0) return id
  }
  return null
}

async function corrected(run: Run, personId: PersonId, phone: string): Promise<boolean> {
  const terminal = working(run, 'desk')
  const opened = desk.channels['person.open'].output.safeParse(await terminal?.ask('person.open', { id: personId }))
  if (terminal === null || !opened.success || opened.data === null) return false
  const change = { was: { phone: opened.data.person.phone }, set: { phone } }
  const said = await terminal.ask('person.correct', { personId, ...change })
  const read = mergeChannels['person.correct'].output.safeParse(said)
  if (!read.success || read.data.kind !== 'saved') return false
  run.model.people.get(personId)?.phones.add(phone)
  run.model.done++
  return true
}

async function heardByAll(run: Run): Promise<void> {
  for (let waited = 0; waited < HEARD_WITHIN; waited += 1000) {
    await run.time.pass(1000)
    if ((await unhealed(run)) === null) return
  }
}
