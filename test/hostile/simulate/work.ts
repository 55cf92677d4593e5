import { desk } from '../../../contract/desk.ts'
import { kiosk } from '../../../contract/kiosk.ts'
import { mergeChannels } from '../../../contract/merge.ts'
import { draft } from '../../unit/main-service/person.ts'
import { cardGiven, tokenGiven } from './model.ts'
import { somebody, working } from './run-state.ts'
import type { Step } from './run-state.ts'

const first = ['Asha', 'Bina', 'Chand', 'Deepak', 'Esha', 'Farid', 'Gita', 'Hari', 'Imran', 'Jyoti', 'Kiran', 'Lata']
const last = ['Devi', 'Kumar', 'Singh', 'Khan', 'Sharma', 'Kaur', 'Gupta', 'Yadav', 'Ali', 'Das']
const { channels } = desk

export const register: Step = async (run) => {
  const { chance, model } = run
  const terminal = working(run, 'desk')
  if (terminal === null) return
  const latin = `${chance.one(first)} ${chance.one(last)} ${chance.whole(100_000).toString(36)}`
  const phone = `9${String(chance.whole(1e9)).padStart(9, '0')}`
  const asked = { draft: draft({ latin, age: chance.whole(90), phone }), distinctFrom: [] }
  const read = channels['person.register'].output.safeParse(await terminal.ask('person.register', asked))
  if (!read.success || read.data.kind !== 'saved') {
    if (run.mood === 'clock' && model.opened.has(terminal.name) && (!read.success || read.data.kind === 'not-saved')) {
      model.violations.push(`${terminal.name} refused a person, its clock is ${terminal.clock.ahead} ms ahead`)
    }
    return
  }
  model.opened.add(terminal.name)
  const { id, language } = read.data.person
  model.people.set(id, { phones: new Set([phone]), languages: new Set([language]) })
  model.done++
}

export const giveToken: Step = async (run) => {
  const [personId, terminal] = [somebody(run), working(run, 'desk')]
  if (personId === null || terminal === null) return
  const said = await terminal.ask('token.issue', { personId, department: 'medicine' })
  const read = channels['token.issue'].output.safeParse(said)
  if (!read.success || read.data.kind !== 'issued') return
  const { day, prefix, number } = read.data.visit.token
  tokenGiven(run.model, `${day} ${prefix} ${number}`, terminal.name)
  run.model.done++
}

/** Somebody corrects what a desk shows. */
export const correct: Step = async (run) => {
  const { chance, model } = run
  const [personId, terminal] = [somebody(run), working(run, 'desk')]
  if (personId === null || terminal === null) return
  const opened = channels['person.open'].output.safeParse(await terminal.ask('person.open', { id: personId }))
  if (!opened.success || opened.data === null) return
  // Of linked records the one that is kept.
  const { person } = opened.data
  const said = model.people.get(person.id)
  if (said === undefined) return
  const phone = `8${String(chance.whole(1e9)).padStart(9, '0')}`
  const language = chance.one(['en', 'hi', 'pa', 'ur'] as const)
  const change = chance.yes(0.5)
    ? { was: { phone: person.phone }, set: { phone } }
    : { was: { language: person.language }, set: { language } }
  const answer = await terminal.ask('person.correct', { personId: person.id, ...change })
  const read = mergeChannels['person.correct'].output.safeParse(answer)
  if (!read.success || read.data.kind !== 'saved') return
  said.phones.add(read.data.person.phone)
  said.languages.add(read.data.person.language)
  model.done++
}

const wishes = { details: false, emergency: false, face: false }

export const giveCard: Step = async (run) => {
  const [personId, terminal] = [somebody(run), working(run, 'desk')]
  if (personId === null || terminal === null) return
  const said = await terminal.ask('card.issue', { personId, language: 'hi', wishes })
  const read = channels['card.issue'].output.safeParse(said)
  if (!read.success || read.data.kind !== 'issued') return
  const { card, code } = read.data
  cardGiven(run.model, card.cardId, { personId: card.personId, code })
  run.model.done++
}

/** A card is lost and found, withdrawn, or replaced. */
export const changeCard: Step = async (run) => {
  const { chance, model } = run
  const terminal = working(run, 'desk')
  if (terminal === null || model.cards.size === 0) return
  const [cardId] = chance.one([...model.cards])
  if (chance.yes(0.6)) {
    const to = chance.one(['lost', 'active', 'suspended', 'revoked'] as const)
    const said = await terminal.ask('card.change', { cardId, to, reason: 'asked' })
    const read = channels['card.change'].output.safeParse(said)
    if (read.success && read.data.kind === 'changed') model.done++
    return
  }
  const asked = { cardId, cause: 'lost', answers: [], bySupervisor: true, language: 'hi', wishes }
  const read = channels['card.reissue'].output.safeParse(await terminal.ask('card.reissue', asked))
  if (!read.success || read.data.kind !== 'issued') return
  const { card, code } = read.data
  cardGiven(model, card.cardId, { personId: card.personId, code })
  model.done++
}

export const link: Step = async (run) => {
  const { chance, model } = run
  const [kept, merged, terminal] = [somebody(run), somebody(run), working(run, 'desk')]
  if (kept === null || merged === null || kept === merged || terminal === null) return
  const open = [...model.links].filter(([, undone]) => !undone)
  if (open.length > 0 && chance.yes(0.4)) {
    const [linkId] = chance.one(open)
    const said = await terminal.ask('person.unlink', { linkId, reason: 'another person' })
    const read = mergeChannels['person.unlink'].output.safeParse(said)
    if (!read.success || read.data.kind !== 'separated') return
    model.links.set(linkId, true)
  } else {
    const read = mergeChannels['person.link'].output.safeParse(await terminal.ask('person.link', { kept, merged }))
    if (!read.success || read.data.kind !== 'linked') return
    model.links.set(read.data.link.id, false)
  }
  model.done++
}

/** Somebody shows a card to a kiosk and takes a number. */
export const checkIn: Step = async (run) => {
  const { chance, model, time } = run
  const terminal = working(run, 'kiosk')
  if (terminal === null || model.cards.size === 0) return
  const [, { code }] = chance.one([...model.cards].slice(-30))
  const seen = kiosk.channels['kiosk.scan'].output.safeParse(
    await terminal.ask('kiosk.scan', { text: code, source: 'camera' }),
  )
  if (!seen.success || seen.data.kind !== 'welcome') return
  const asked = { guest: seen.data.guest, department: 'medicine', language: 'hi' }
  const read = kiosk.channels['kiosk.checkin'].output.safeParse(await terminal.ask('kiosk.checkin', asked))
  if (!read.success || read.data.kind !== 'issued') return
  const day = new Date(time.now() + terminal.clock.ahead + DELHI).toISOString().slice(0, 10)
  tokenGiven(model, `${day} ${read.data.token.label}`, terminal.name)
  model.done++
}

/** Delhi is so far ahead of UTC, in milliseconds. */
const DELHI = 5.5 * 3_600_000
