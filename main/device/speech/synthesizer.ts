import { spawn } from 'node:child_process'

import type { Language } from '../../../domain/language.ts'
import type { SpeakTask, Spoken, SpokenCause } from '../../../domain/hospital/speech.ts'
import { readWave } from './wave.ts'

export interface SynthesizerWorld {
  /** By its name on the PATH, or with its whole path. */
  readonly program: string
  /** Milliseconds after which it is taken to hang. */
  readonly patience: number
  readonly after: (milliseconds: number, run: () => void) => () => void
}

export type Synthesize = (task: SpeakTask) => Promise<Spoken>

/** Milliseconds for one sentence: it takes 15, but a machine that starts up does many other things. */
export const LONGEST_SENTENCE = 5000

/** The voices of espeak-ng for the languages spoken here: `espeak-ng --voices`. */
const voices: Readonly<Record<Language, string>> = { hi: 'hi', pa: 'pa', ur: 'ur', en: 'en-gb' }

const LARGEST = 8 * 1024 * 1024
/** Quieter than this nobody hears. */
const SILENT = 0.01
const SHORTEST = 0.1

const none = (cause: SpokenCause): Spoken => ({ kind: 'none', cause })

/**
 * Starts espeak-ng for one sentence. It is under the GPL, so it stays a program of its own: it is given a text and gives
 * sound. The text goes in by its standard input, where no letter of it can become an option.
 */
export const synthesizer =
  ({ program, patience, after }: SynthesizerWorld): Synthesize =>
  ({ language, text, speed, volume }) =>
    new Promise((resolve) => {
      const given = [
        '-v',
        voices[language],
        '-s',
        String(speed),
        '-a',
        String(volume),
        '-b',
        '1',
        '-z',
        '--stdin',
        '--stdout',
      ]
      const child = spawn(program, given, { stdio: ['pipe', 'pipe', 'ignore'], windowsHide: true })
      const heard: Buffer[] = []
      let length = 0
      let hangs = false
      const kill = (): void => {
        hangs = true
        child.kill('SIGKILL')
      }
      const calm = after(patience, kill)
      const done = (spoken: Spoken): void => {
        calm()
        resolve(spoken)
      }
      child.on('error', () => done(none('no-voice')))
      child.stdout.on('data', (bytes: Buffer) => {
        length += bytes.length
        if (length > LARGEST) kill()
        else heard.push(bytes)
      })
      child.on('close', (code) => done(hangs ? none('hung') : spokenOf(code, Buffer.concat(heard))))
      // It may have ended before it read.
      child.stdin.on('error', () => {})
      child.stdin.end(text)
    })

function spokenOf(code: number | null, bytes: Buffer): Spoken {
  const wave = code === 0 ? readWave(bytes) : null
  if (wave === null) return none('no-voice')
  if (wave.peak < SILENT || wave.seconds < SHORTEST) return none('silent')
  return { kind: 'spoken', wave: wave.bytes, seconds: wave.seconds }
}
