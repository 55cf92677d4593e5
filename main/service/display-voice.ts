import { withTurn } from '../../domain/hospital/call-turn.ts'
import type { CallTurn } from '../../domain/hospital/call-turn.ts'
import { isQuiet } from '../../domain/hospital/speech-setting.ts'
import type { SpeechSetting } from '../../domain/hospital/speech-setting.ts'
import type { VoiceState } from '../../domain/hospital/speech.ts'
import type { Hands } from '../process/message.ts'
import type { Bench } from './bench.ts'
import { announcer } from './display-announce.ts'
import type { Announced, Announcer } from './display-announce.ts'
import { standingCalls } from './display-desk.ts'
import { localClock } from './local-time.ts'
import type { Timers } from './world.ts'

/** The voice of a waiting room. */
export interface DisplayVoice extends Pick<Announcer, 'sound' | 'said'> {
  readonly state: () => VoiceState
  /** Somebody may have been called. */
  readonly changed: () => void
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

const silent: DisplayVoice = {
  state: () => 'off',
  changed: () => {},
  sound: () => null,
  said: () => {},
  close: () => {},
}

/** Says every call that comes, one after the other. */
export function displayVoice(bench: Bench, { setting, ...world }: VoiceWorld): DisplayVoice {
  if (setting === null) return silent
  const sign = voiceSign(() => isQuiet(setting, localClock(bench.now())), world)
  const voice = announcer({ setting, ...world })
  const speaker = callSpeaker(bench, (call) => voice.announce(call).then(sign.learn), sign.quietNow, world)
  // Whether there is a voice at all is known before the first call, and said on the screen.
  void voice.tryVoice().then(
    (speaks) => (speaks ? undefined : sign.learn('no-voice')),
    (fault: unknown) => world.report(fault, 'voice'),
  )
  return {
    state: sign.state,
    changed: speaker.changed,
    sound: voice.sound,
    said: voice.said,
    close() {
      sign.close()
      speaker.close()
      voice.close()
    },
  }
}

/** What the screen says of the voice: told when it changes, by what became of a call or by the clock. */
function voiceSign(quietNow: () => boolean, { timers, tell }: Pick<VoiceWorld, 'timers' | 'tell'>) {
  let lacks: 'no-voice' | 'no-sound' | null = null
  let told: VoiceState = 'speaks'
  const state = (): VoiceState => (quietNow() ? 'quiet' : (lacks ?? 'speaks'))
  const tellNews = (): void => {
    if (state() === told) return
    told = state()
    tell('voice', { voice: told })
  }
  const watch = (): (() => void) =>
    timers.after(MINUTE, () => {
      tellNews()
      close = watch()
    })
  let close = watch()
  return {
    state,
    quietNow,
    learn: (how: Announced): void => {
      if (how === null) return
      lacks = how === 'spoken' ? null : how
      tellNews()
    },
    close: () => close(),
  }
}

type Announce = (call: ReturnType<typeof standingCalls>[number]) => Promise<void>

/** Each call twice, in the order of `call-turn.ts`, as long as it stands. */
function callSpeaker(
  bench: Bench,
  announce: Announce,
  quietNow: () => boolean,
  { report }: Pick<VoiceWorld, 'report'>,
): Pick<DisplayVoice, 'changed' | 'close'> {
  let known = new Set(standingCalls(bench).map(({ id }) => id))
  let turns: readonly CallTurn[] = []
  let working = false
  let closed = false

  function nextTurn(): CallTurn | null {
    const [next, ...rest] = turns
    turns = rest
    return closed ? null : (next ?? null)
  }
  async function take(turn: CallTurn): Promise<void> {
    const call = standingCalls(bench).find(({ id }) => id === turn.id)
    if (call === undefined || (quietNow() && !turn.urgent)) return
    await announce(call)
    if (turn.round === 1) turns = withTurn(turns, { ...turn, round: 2 })
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
  return {
    changed() {
      const calls = standingCalls(bench)
      const oldest = new Date(bench.now().getTime() - STALE).toISOString()
      for (const { id, at, urgent } of calls) {
        if (!known.has(id) && at > oldest) turns = withTurn(turns, { id, urgent, round: 1 })
      }
      known = new Set(calls.map(({ id }) => id))
      work().catch((fault: unknown) => report(fault, 'voice'))
    },
    close: () => void (closed = true),
  }
}
