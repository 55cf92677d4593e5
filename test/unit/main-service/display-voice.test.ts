import assert from 'node:assert/strict'
import { test } from 'node:test'

import { display } from '../../../contract/display.ts'
import { Announcement } from '../../../domain/hospital/speech.ts'
import { SpeechSetting } from '../../../domain/hospital/speech-setting.ts'
import type { VisitEvent } from '../../../domain/hospital/visit-event.ts'
import { MOST_TURNS, withTurn } from '../../../domain/hospital/call-turn.ts'
import { OperatorId, PersonId, TerminalId, uuidV7, VisitId } from '../../../domain/id.ts'
import type { HandTask } from '../../../main/process/message.ts'
import { himsStub } from '../../fake/hims-stub.ts'
import {
  clock,
  closeTerminals,
  fakeTerminal,
  goodHands,
  removeFolder,
  temporaryFolder,
  until,
} from '../../fake/world.ts'
import type { FakeTerminal } from '../../fake/world.ts'
import { newId, untilStatus } from './fixture.ts'

test('emergencies are spoken before others, repeats after what is new, and a full queue drops its end', () => {
  const plain = { urgent: false, round: 1 } as const
  const ids = [
    { id: 'a', ...plain },
    { id: 'again', ...plain, round: 2 } as const,
    { id: 'b', ...plain },
    { id: 'urgent', ...plain, urgent: true },
  ].reduce<ReturnType<typeof withTurn>>(withTurn, [])
  assert.deepEqual(
    ids.map(({ id }) => id),
    ['urgent', 'a', 'b', 'again'],
  )
  const many = Array.from({ length: 20 }, (_, at) => ({ id: String(at), ...plain }))
  const kept = many.reduce<ReturnType<typeof withTurn>>(withTurn, [])
  assert.equal(kept.length, MOST_TURNS)
  assert.equal(withTurn(kept, { id: 'urgent', ...plain, urgent: true })[0]?.id, 'urgent')
})

const DAY = '2026-11-22'

/** A waiting room whose synthesizer is played by the test. */
async function waitingRoom(t: { after: (end: () => Promise<void>) => void }, more: Partial<SpeechSetting> = {}) {
  const folder = temporaryFolder()
  t.after(async () => {
    await closeTerminals()
    removeFolder(folder)
  })
  const time = clock(`${DAY}T05:00:00.000Z`)
  const asked: Extract<HandTask, { kind: 'speak' }>['task'][] = []
  const voices = { work: true }
  const hims = himsStub('display')
  const terminal = await fakeTerminal(folder, 'display', {
    code: hims.code,
    transport: () => hims.transport,
    now: time.now,
    speech: SpeechSetting.parse(more),
    hands: async (task) => {
      if (task.kind !== 'speak') return goodHands(task)
      asked.push(task.task)
      if (!voices.work) return { kind: 'spoken', spoken: { kind: 'none', cause: 'no-voice' } }
      return { kind: 'spoken', spoken: { kind: 'spoken', wave: new Uint8Array([1]), seconds: 2 } }
    },
  })
  await untilStatus(terminal, (status) => status.includes('"filling":false') && status.includes('"kind":"online"'))
  const terminalId = TerminalId.parse(newId())
  const call = (
    number: number,
    rest: { urgent?: boolean; language?: 'ur' | 'en'; ago?: number; counter?: string } = {},
  ): void => {
    const visitId = VisitId.parse(newId())
    const at = new Date(time.now().getTime() - (rest.ago ?? 0))
    const visit = {
      id: visitId,
      personId: PersonId.parse(newId()),
      token: { department: 'medicine', day: DAY, prefix: 'M', number },
      openedAt: at.toISOString(),
      terminal: terminalId,
      ...(rest.urgent === true ? { priority: 'emergency' as const } : {}),
    }
    const event: VisitEvent = {
      kind: 'called',
      id: uuidV7(
        at.getTime(),
        Uint8Array.from({ length: 10 }, () => number % 256),
      ),
      visitId,
      at: at.toISOString(),
      by: OperatorId.parse('asha'),
      terminal: terminalId,
      room: rest.counter === undefined ? '14' : '',
      ...(rest.counter === undefined ? {} : { counter: rest.counter }),
      ...(rest.language === undefined ? {} : { language: rest.language }),
    }
    hims.putRow({ table: 'visit', row: visit })
    hims.putRow({ table: 'visit_event', row: event })
  }
  const heard = () => announcements(terminal)
  const say = (how: 'spoken' | 'no-sound' = 'spoken') => terminal.want('display.said', { id: heard().at(-1)?.id, how })
  return { terminal, call, heard, say, asked, voices }
}

const announcements = ({ told }: FakeTerminal): readonly Announcement[] =>
  told.flatMap(({ name, payload }) => (name === 'announcement' ? [Announcement.parse(payload)] : []))
const texts = (all: readonly Announcement[]): readonly string[] => all.map(({ lines }) => lines[0]?.text ?? '')

test('a call is said twice, in the languages of the display and the person, and nobody’s name is in it', async (t) => {
  const { terminal, call, heard, say } = await waitingRoom(t)
  assert.equal(await terminal.want('display.voice'), 'speaks')
  call(148, { language: 'ur' })
  await until(() => heard().length === 1, 'the call')
  assert.deepEqual(
    heard()[0]?.lines.map(({ language }) => language),
    ['hi', 'ur', 'en'],
  )
  assert.match(heard()[0]?.lines[2]?.text ?? '', /^Token M, 148\. Please come to room 14\.$/)
  const sound = (language: string) => terminal.want('display.sound', { id: heard()[0]?.id, language })
  assert.deepEqual(await sound('ur'), new Uint8Array([1]))
  assert.equal(await sound('pa'), null)
  // One that comes meanwhile is said before the first is repeated, an emergency before both.
  call(149)
  call(150, { urgent: true })
  await until(async () => JSON.stringify(await terminal.want('display.now')).includes('M 150'), 'the screen')
  for (let count = 2; count <= 6; count++) {
    await say()
    await until(() => heard().length === count, `announcement ${count}`)
  }
  await say()
  assert.deepEqual(
    heard().map(({ lines }) => /[\d]+/.exec(lines[0]?.text ?? '')?.[0]),
    ['148', '150', '150', '149', '148', '149'],
  )
  await new Promise((resolve) => setTimeout(resolve, 50))
  assert.equal(heard().length, 6)
})

test('whose medicines are ready is called to the counter, on the screen and by the voice', async (t) => {
  const { terminal, call, heard } = await waitingRoom(t)
  call(148, { counter: 'Window 3', language: 'en' })
  await until(() => heard().length === 1, 'the call')
  assert.equal(heard()[0]?.lines[1]?.text, 'Token M, 148. Your medicines are ready. Please come to counter 3.')
  const { now } = display.channels['display.now'].output.parse(await terminal.want('display.now'))
  assert.deepEqual([now?.label, now?.room, now?.to], ['M 148', '3', 'counter'])
})

test('in quiet hours only emergencies are spoken, and the screen says so', async (t) => {
  const { terminal, call, heard } = await waitingRoom(t, { quiet: { from: '10:00', to: '11:00' } })
  assert.equal(await terminal.want('display.voice'), 'quiet')
  call(148)
  call(149, { urgent: true })
  await until(() => heard().length === 1, 'the emergency')
  assert.match(texts(heard())[0] ?? '', /149/)
})

test('without a voice, without a loudspeaker and when switched off the screen says so, and says when it is over', async (t) => {
  const { terminal, call, heard, say, voices } = await waitingRoom(t)
  voices.work = false
  call(148)
  await until(async () => (await terminal.want('display.voice')) === 'no-voice', 'the sign')
  assert.ok(terminal.told.some(({ name, payload }) => name === 'voice' && Object(payload).voice === 'no-voice'))
  voices.work = true
  call(149)
  await until(() => heard().length === 1, 'a call')
  await say('no-sound')
  assert.equal(await terminal.want('display.voice'), 'no-sound')
  await until(() => heard().length === 2, 'its repeat')
  await say('spoken')
  await until(async () => (await terminal.want('display.voice')) === 'speaks', 'the loudspeaker')
})

test('what was called long ago, or is over when its turn comes, is not spoken', async (t) => {
  const { terminal, call, heard, asked } = await waitingRoom(t)
  call(140, { ago: 20 * 60_000 })
  await until(async () => JSON.stringify(await terminal.want('display.now')).includes('M 140'), 'the screen')
  await new Promise((resolve) => setTimeout(resolve, 80))
  assert.equal(heard().length, 0)
  assert.deepEqual(
    asked.map(({ text }) => text),
    ['1'],
  )
})
