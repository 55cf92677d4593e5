import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

import { callSentence } from '../../../domain/hospital/call-sentence.ts'
import type { SpeakTask, Spoken } from '../../../domain/hospital/speech.ts'
import { languages } from '../../../domain/language.ts'
import { synthesizer } from '../../../main/device/speech/synthesizer.ts'
import { voiceQueue } from '../../../main/device/speech/voice-queue.ts'
import { readWave } from '../../../main/device/speech/wave.ts'
import { realTimers, removeFolder, temporaryFolder } from '../../fake/world.ts'

const { after } = realTimers
const speak = synthesizer({ program: 'espeak-ng', patience: 10_000, after })
const lacking = spawnSync('espeak-ng', ['--version']).error === undefined ? false : 'no espeak-ng on this machine'
const plain = { language: 'hi', text: 'x', speed: 135, volume: 100, urgent: false } as const
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

test(
  'the real synthesizer says every language, loud enough and for as long as a sentence takes',
  { skip: lacking },
  async (t) => {
    const heard = new Set<string>()
    for (const language of languages) {
      for (const number of [148, 149]) {
        const text = callSentence(language, { prefix: 'M', number, door: '14', to: 'room' })
        const began = performance.now()
        const spoken = await speak({ ...plain, language, text })
        const took = performance.now() - began
        assert.ok(spoken.kind === 'spoken', language)
        const wave = readWave(spoken.wave)
        assert.ok(wave !== null && wave.peak > 0.1, `${language} is too quiet`)
        assert.ok(wave.seconds > 2 && wave.seconds < 12, `${language} takes ${wave.seconds} s`)
        // The header says how long it is, which the synthesizer did not know when it wrote it.
        assert.equal(new DataView(wave.bytes.buffer).getUint32(40, true), wave.bytes.length - 44)
        assert.equal(wave.seconds, spoken.seconds)
        heard.add(digest(spoken.wave))
        t.diagnostic(`${language} ${number}: ${took.toFixed(0)} ms for ${wave.seconds.toFixed(1)} s`)
      }
    }
    assert.equal(heard.size, languages.length * 2, 'two numbers never sound the same')
  },
)

test('speed and volume are heard', { skip: lacking }, async () => {
  const text = callSentence('hi', { prefix: 'M', number: 148, door: '14', to: 'room' })
  const said = await Promise.all([{}, { speed: 200 }, { volume: 30 }].map((more) => speak({ ...plain, text, ...more })))
  const [usual, fast, soft] = said.map((spoken) => (spoken.kind === 'spoken' ? readWave(spoken.wave) : null))
  assert.ok((fast?.seconds ?? 9) < (usual?.seconds ?? 0) * 0.85)
  assert.ok((soft?.peak ?? 1) < (usual?.peak ?? 0) * 0.6)
})

test('what is no synthesizer, has no voice, hangs or says nothing is told apart', async (t) => {
  const folder = temporaryFolder()
  t.after(() => removeFolder(folder))
  const script = (name: string, body: string) => {
    const program = join(folder, name)
    writeFileSync(program, `#!/bin/sh\n${body}\n`)
    chmodSync(program, 0o755)
    return synthesizer({ program, patience: 300, after })
  }
  const silence = Buffer.alloc(44 + 44_100)
  silence.write('RIFF', 0)
  silence.write('WAVEfmt ', 8)
  silence.writeUInt32LE(16, 16)
  silence.writeUInt16LE(1, 20)
  silence.writeUInt16LE(1, 22)
  silence.writeUInt32LE(22_050, 24)
  silence.writeUInt16LE(16, 34)
  silence.write('data', 36)
  writeFileSync(join(folder, 'silence.wav'), silence)
  const causeOf = (spoken: Spoken) => (spoken.kind === 'none' ? spoken.cause : null)
  const missing = synthesizer({ program: join(folder, 'nothing'), patience: 300, after })
  assert.equal(causeOf(await missing(plain)), 'no-voice')
  assert.equal(causeOf(await script('voiceless', 'exit 1')(plain)), 'no-voice')
  assert.equal(causeOf(await script('empty', 'exit 0')(plain)), 'no-voice')
  assert.equal(causeOf(await script('silent', `cat ${folder}/silence.wav`)(plain)), 'silent')
  const began = performance.now()
  assert.equal(causeOf(await script('hanging', `echo $$ > ${folder}/pid; exec sleep 60`)(plain)), 'hung')
  assert.ok(performance.now() - began < 5000, 'it was not waited for')
  const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'))
  assert.throws(() => process.kill(pid, 0), 'it was killed')
})

test('a text is never an option', { skip: lacking }, async () => {
  const spoken = await speak({ ...plain, language: 'en', text: '--voices' })
  assert.equal(spoken.kind, 'spoken')
})

test('one voice at a time, emergencies first, and a queue that is full leaves the oldest out', async () => {
  const said: string[] = []
  const ends: (() => void)[] = []
  let atOnce = 0
  const queue = voiceQueue(async ({ text }: SpeakTask) => {
    atOnce++
    assert.equal(atOnce, 1)
    said.push(text)
    await new Promise<void>((resolve) => ends.push(resolve))
    atOnce--
    return { kind: 'spoken', wave: new Uint8Array(), seconds: 1 }
  }, 2)
  const ask = (text: string, urgent = false) => queue({ ...plain, text, urgent })
  const answers = [ask('first'), ask('second'), ask('third'), ask('fourth'), ask('urgent', true)]
  for (let at = 0; at < 3; at++) {
    while (ends.length <= at) await new Promise((resolve) => setImmediate(resolve))
    ends[at]?.()
  }
  const kinds = (await Promise.all(answers)).map((spoken) => (spoken.kind === 'none' ? spoken.cause : 'spoken'))
  assert.deepEqual(said, ['first', 'urgent', 'fourth'])
  assert.deepEqual(kinds, ['spoken', 'busy', 'busy', 'spoken', 'spoken'])
})
