import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'

import type { z } from 'zod'

import { schemeChannels } from '../../../contract/scheme.ts'
import { OperatorId, PersonId } from '../../../domain/id.ts'
import type { Known } from '../../../domain/scheme/known.ts'
import { closeTerminals, removeFolder, temporaryFolder, until } from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { newId, person, workingTerminal } from './fixture.ts'

let folder = ''
beforeEach(() => void (folder = temporaryFolder()))
afterEach(async () => {
  await closeTerminals()
  removeFolder(folder)
})

type Channels = typeof schemeChannels

const ask = async <N extends keyof Channels>(
  terminal: FakeTerminal,
  name: N,
  input: z.input<Channels[N]['input']>,
): Promise<z.output<Channels[N]['output']>> => {
  const output: z.ZodType = schemeChannels[name].output
  // The channel's own schema has just read it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return output.parse(await terminal.want(name, input)) as z.output<Channels[N]['output']>
}

const kept = person({ latin: 'Rekha Sharma' })
const merged = person({ latin: 'Rekha Sarma' })
const whose = { personId: kept.id, language: 'en' } as const

const working = () =>
  workingTerminal(folder, 'desk', (hims) => {
    hims.putRow({ table: 'person', row: kept })
    hims.putRow({ table: 'person', row: merged })
  })

async function answerOf(terminal: FakeTerminal, scheme: string): Promise<string | undefined> {
  const view = await ask(terminal, 'scheme.open', whose)
  return view?.lines.find((line) => line.scheme === scheme)?.answer
}

test('an answer decides at once, is told to HIMS, and can be taken back', async () => {
  const { terminal, hims } = await working()
  assert.equal(await answerOf(terminal, 'farishte'), 'no', 'nobody spoke of an accident')
  const known = { value: true, how: 'spoken', by: [] } satisfies Known
  const noted = await ask(terminal, 'scheme.note', { ...whose, fact: 'road-accident', known })
  assert.ok(noted.kind === 'noted')
  assert.equal(noted.before, null)
  assert.equal(noted.view.lines.find(({ scheme }) => scheme === 'farishte')?.answer, 'perhaps')
  const told = () => hims.mutations.filter(({ kind }) => kind === 'facts.noted')
  await until(() => told().length === 1, 'HIMS to hear of it')
  const back = await ask(terminal, 'scheme.note', { ...whose, fact: 'road-accident', known: noted.before })
  assert.ok(back.kind === 'noted')
  assert.deepEqual(back.before, known)
  assert.equal(await answerOf(terminal, 'farishte'), 'no')
  const nonsense = { value: 'many', how: 'spoken', by: [] } satisfies Known
  assert.deepEqual(await ask(terminal, 'scheme.note', { ...whose, fact: 'income', known: nonsense }), { kind: 'gone' })
})

test('a yes becomes a cover, marked until it is taken back; a perhaps does not', async () => {
  const { terminal, hims } = await working()
  assert.deepEqual(await ask(terminal, 'scheme.confirm', { ...whose, scheme: 'pmjay' }), { kind: 'not-yes' })
  const done = await ask(terminal, 'scheme.confirm', { ...whose, scheme: 'free-care' })
  assert.ok(done.kind === 'confirmed')
  assert.deepEqual(done.cover.rules, { version: 1, seq: null })
  assert.equal(done.cover.confirmed?.by, 'asha')
  const coverHere = async () =>
    (await ask(terminal, 'scheme.open', whose))?.lines.find(({ scheme }) => scheme === 'free-care')?.cover?.id
  assert.equal(await coverHere(), done.cover.id)
  assert.equal((await ask(terminal, 'scheme.withdraw', { ...whose, cover: done.cover.id })).kind, 'withdrawn')
  assert.equal(await coverHere(), undefined)
  await until(
    () => hims.mutations.filter(({ kind }) => kind === 'coverage.confirmed').length === 2,
    'HIMS to hear of both',
  )
})

test('what was told of a record counts for the record it was joined to', async () => {
  const { terminal, hims } = await working()
  const known = { value: 900_000, how: 'spoken', by: [] } satisfies Known
  await ask(terminal, 'scheme.note', { ...whose, personId: merged.id, fact: 'income', known })
  const incomeHere = async () =>
    (await ask(terminal, 'scheme.open', whose))?.grounds.some(({ fact, noted }) => fact === 'income' && noted)
  assert.equal(await incomeHere(), false)
  const link = { id: newId(), kept: kept.id, merged: merged.id, at: '2026-11-22T05:00:00.000Z', undone: null }
  hims.putRow({ table: 'person_link', row: { ...link, by: OperatorId.parse('asha') } })
  await until(async () => (await incomeHere()) === true, 'the link to come')
})

test('the list is printed in the person’s language, with what to bring', async () => {
  const { terminal } = await working()
  const printing = await ask(terminal, 'scheme.print', { personId: kept.id })
  assert.equal(printing.kind, 'printing')
  const gone = await ask(terminal, 'scheme.print', { personId: PersonId.parse(newId()) })
  assert.deepEqual(gone, { kind: 'gone' })
  const jobs = await terminal.want('print.recent')
  assert.match(JSON.stringify(jobs), /scheme-list/)
})
