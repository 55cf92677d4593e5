import { callSentence } from '../../domain/hospital/call-sentence.ts'
import { withTurn } from '../../domain/hospital/call-turn.ts'
import type { CallTurn } from '../../domain/hospital/call-turn.ts'
import { isQuiet, languagesOf } from '../../domain/hospital/speech-setting.ts'
import type { SpeechSetting } from '../../domain/hospital/speech-setting.ts'
import type { Announcement, Spoken, VoiceState } from '../../domain/hospital/speech.ts'
import type { Language } from '../../domain/language.ts'
import type { Hands } from '../process/message.ts'
import type { Bench } from './bench.ts'
import { standingCalls } from './display-desk.ts'
import type { HallCall } from './display-desk.ts'
import { localClock } from './local-time.ts'
import type { Timers } from './world.ts'

/** The voice of a waiting room. */
export interface DisplayVoice {
  readonly state: () => VoiceState
  /** Somebody may have been called. */
  readonly changed: () => void
  /** A sentence of what is to be said now; null for what is over. */
  readonly sound: (id: string, language: Language) => Uint8Array<ArrayBuffer> | null
  /** The page has said it, or could not. */
  readonly said: (id: string, how: 'spoken' | 'no-sound') => void
  readonly close: () => void
}

export interface VoiceWorld {
  /** Null for a display that is silent. */
  readonly setting: SpeechSetting | null
  readonly hands: Hands
  readonly timers: Timers
  readonly tell: (name: 'voice' | 'announcement', payload: unknown) => void
  readonly report: (fault: unknown, where: string) => void
}

const MINUTE = 60_000
/** A call that is heard of later than this is on the screen, and the person has most likely gone in. */
const STALE = 10 * MINUTE
/** A page that does not say within so many milliseconds after the sound's end that it is done is not waited for. */
const SLACK = 8000

const silent: DisplayVoice = {
  state: () => 'off',
  changed: () => {},
  sound: () => null,
  said: () => {},
  close: () => {},
}

/** One call while a page says it. */
interface Playing {
  readonly id: string
  readonly waves: ReadonlyMap<Language, Uint8Array<ArrayBuffer>>
  readonly done: (how: How) => void
}

/** Null when the page does not answer. */
type How = 'spoken' | 'no-sound' | null

/** Says every call that comes, one after the other: made into sound by the device process, played by the page. */
export function displayVoice(bench: Bench, { setting, ...world }: VoiceWorld): DisplayVoice {
  return setting === null ? silent : voiceOf(bench, setting, world)
}

function voiceOf(bench: Bench, setting: SpeechSetting, world: Omit<VoiceWorld, 'setting'>): DisplayVoice {
  const { hands, timers, tell, report } = world
  let known = new Set(standingCalls(bench).map(({ id }) => id))
  let turns: readonly CallTurn[] = []
  let working = false
  let closed = false
  let lacks: 'no-voice' | 'no-sound' | null = null
  let told: VoiceState = 'speaks'
  let playing: Playing | null = null
  const quietNow = (): boolean => isQuiet(setting, localClock(bench.now()))
  const state = (): VoiceState => (quietNow() ? 'quiet' : (lacks ?? 'speaks'))

  function tellState(): void {
    if (state() === told || closed) return
    told = state()
    tell('voice', { voice: told })
  }
  function lack(what: typeof lacks): void {
    lacks = what
    tellState()
  }
  const make = async (language: Language, text: string, urgent: boolean): Promise<Spoken> => {
    const { speed, volume } = setting
    const result = await hands({ kind: 'speak', task: { language, text, speed, volume, urgent } })
    return result.kind === 'spoken' ? result.spoken : { kind: 'none', cause: 'no-voice' }
  }
  async function announce(call: HallCall): Promise<void> {
    const lines: Announcement['lines'] = []
    const waves = new Map<Language, Uint8Array<ArrayBuffer>>()
    let seconds = 0
    for (const language of languagesOf(setting, call.language)) {
      const text = callSentence(language, call)
      const spoken = await make(language, text, call.urgent)
      if (spoken.kind !== 'spoken') continue
      lines.push({ language, text })
      waves.set(language, spoken.wave)
      seconds += spoken.seconds
    }
    if (closed) return
    if (lines.length === 0) return lack('no-voice')
    const how = await played({ id: call.id, lines }, waves, seconds)
    if (how !== null) lack(how === 'no-sound' ? how : null)
  }
  const played = (announcement: Announcement, waves: Playing['waves'], seconds: number): Promise<How> =>
    new Promise((resolve) => {
      const stop = timers.after(seconds * 1000 + SLACK, () => playing?.done(null))
      playing = {
        id: announcement.id,
        waves,
        done(how) {
          stop()
          playing = null
          resolve(how)
        },
      }
      tell('announcement', announcement)
    })
  async function take(turn: CallTurn): Promise<void> {
    const call = standingCalls(bench).find(({ id }) => id === turn.id)
    if (call === undefined || (quietNow() && !turn.urgent)) return
    await announce(call)
    if (turn.round === 1) turns = withTurn(turns, { ...turn, round: 2 })
  }
  function nextTurn(): CallTurn | null {
    const [next, ...rest] = turns
    turns = rest
    return closed ? null : (next ?? null)
  }
  async function work(): Promise<void> {
    if (working) return
    working = true
    try {
      for (let turn = nextTurn(); turn !== null; turn = nextTurn()) await take(turn)
    } finally {
      working = false
    }
  }
  const workOn = (): void => void work().catch((fault: unknown) => report(fault, 'voice'))
  const watch = (): (() => void) =>
    timers.after(MINUTE, () => {
      tellState()
      stopWatching = watch()
    })
  let stopWatching = watch()
  // Whether there is a voice at all is known before the first call, and said on the screen.
  void make(languagesOf(setting, null)[0] ?? 'hi', '1', false).then(
    (spoken) => (spoken.kind === 'none' ? lack('no-voice') : undefined),
    (fault: unknown) => report(fault, 'voice'),
  )

  return {
    state,
    changed() {
      const calls = standingCalls(bench)
      const oldest = new Date(bench.now().getTime() - STALE).toISOString()
      for (const { id, at, urgent } of calls) {
        if (!known.has(id) && at > oldest) turns = withTurn(turns, { id, urgent, round: 1 })
      }
      known = new Set(calls.map(({ id }) => id))
      workOn()
    },
    sound: (id, language) => (playing?.id === id ? (playing.waves.get(language) ?? null) : null),
    said(id, how) {
      if (playing?.id === id) playing.done(how)
    },
    close() {
      closed = true
      stopWatching()
      playing?.done(null)
    },
  }
}
