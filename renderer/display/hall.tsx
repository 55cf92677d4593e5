import type { ShownCall, WaitingRoom } from '../../contract/display.ts'
import type { TerminalStatus } from '../../contract/shell.ts'
import { departmentSigns } from '../../domain/hospital/department-sign.ts'
import type { VoiceState } from '../../domain/hospital/speech.ts'
import { textIn } from '../../domain/text/catalogue.ts'
import type { Language } from '../../domain/language.ts'
import { useText } from '../text/use-text.tsx'
import { clockText } from '../ui/format.ts'
import { Mark } from '../ui/icon/mark.tsx'
import { StateShape } from '../ui/icon/state-shape.tsx'
import { InFour, Said, spoken as inOrder } from './in-four.tsx'
import { SpeakerSign } from './speaker-sign.tsx'
import type { SpokenNow } from './use-voice.ts'

interface Props {
  /** Null while the page opens. */
  readonly status: TerminalStatus | null
  readonly room: WaitingRoom | null
  /** The calls could not be read. */
  readonly isDeaf: boolean
  readonly now: Date
  /** Null before it is known. */
  readonly voice: VoiceState | null
  readonly spoken: SpokenNow | null
}

/** A pill: Lucide's (ISC). */
const medicines = 'M10.5 20.5l10-10a4.95 4.95 0 1 0-7-7l-10 10a4.95 4.95 0 1 0 7 7ZM8.5 8.5l7 7'

const Sign = ({ to, sign }: Pick<ShownCall, 'to' | 'sign'>) => (
  <svg className="hall-sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={to === 'counter' ? medicines : departmentSigns[sign].join('')} />
  </svg>
)

/** Where somebody is called to, in one language. */
function Come({ language, call }: { readonly language: Language; readonly call: ShownCall }) {
  const { to, department, room } = call
  return to === 'counter' ? (
    <Said language={language} id="speech.hall.come" values={{ counter: room }} />
  ) : (
    <Said language={language} id="visit.hall.come" values={{ department: department[language], room }} />
  )
}

/** So many signs fit beside a door in the largest letters. */
const LONG = 5

/** The number that is called now: the only marigold in the room. The line that a voice says now has its sign. */
function Now({ call, spoken }: { readonly call: ShownCall; readonly spoken: SpokenNow | null }) {
  const { id, to, room, label, sign } = call
  const place = to === 'counter' ? 'speech.hall.counter' : 'visit.hall.room'
  const heard = spoken?.call === id ? spoken.language : null
  return (
    <section className="hall-now" aria-live="polite">
      <p className="hall-word">
        <InFour id="visit.hall.now" />
      </p>
      <div className="hall-call">
        <b className={label.length > LONG ? 'hall-token long' : 'hall-token'}>{label}</b>
        <div className="hall-room">
          <Sign to={to} sign={sign} />
          <span>
            <Said language="hi" id={place} /> · <Said language="en" id={place} />
          </span>
          <b>{room}</b>
        </div>
      </div>
      <div className="hall-say">
        {inOrder.map((language) => (
          <span key={language} className={heard === language ? 'hall-line heard' : 'hall-line'}>
            {heard === language ? <SpeakerSign label={textIn(language)('speech.speaking')} /> : null}
            <Come language={language} call={call} />
          </span>
        ))}
      </div>
    </section>
  )
}

interface QuietProps {
  /** Null while the page opens. */
  readonly id: 'visit.hall.nobody' | 'visit.hall.closed' | 'visit.hall.refused' | null
}

const Quiet = ({ id }: QuietProps) => (
  <section className="hall-now quiet">
    <div className="hall-say alone">
      {id === null ? null : inOrder.map((language) => <Said key={language} language={language} id={id} />)}
    </div>
  </section>
)

function Side({ room: { before, next }, spoken }: { readonly room: WaitingRoom; readonly spoken: SpokenNow | null }) {
  return (
    <section className="hall-side">
      <h2 className="spoken-only">
        <Said language="en" id="visit.hall.before" />
      </h2>
      <ul>
        {before.map(({ id, label, room, to, sign }) => (
          <li key={id}>
            <b className="hall-was">{label}</b>
            {spoken?.call === id ? <SpeakerSign label={textIn(spoken.language)('speech.speaking')} /> : null}
            <span className="hall-where">
              <Sign to={to} sign={sign} />
              {room}
            </span>
          </li>
        ))}
      </ul>
      {next.length === 0 ? null : (
        <div className="hall-next">
          <span>
            <InFour id="visit.hall.next" />
          </span>
          <b>
            {next.map((label) => (
              <span key={label}>{label}</span>
            ))}
          </b>
        </div>
      )}
    </section>
  )
}

/** How old the screen is, said in all four languages once HIMS is away; otherwise what to do about a missed number. */
function Foot({ status, now, voice }: Pick<Props, 'status' | 'now' | 'voice'>) {
  const link = status?.link
  const asOf = status?.dataAsOf ?? null
  const isOld = link !== undefined && link.kind !== 'online' && link.kind !== 'connecting'
  const at = Math.floor(now.getTime() / 10_000) % inOrder.length
  const language = inOrder[at] ?? 'hi'
  const isMute = voice !== null && voice !== 'speaks'
  if (isOld && asOf !== null) {
    // Whom nobody calls aloud must not be told to listen.
    return (
      <footer className="hall-foot old">
        {isMute ? <SpeakerSign label={null} /> : <StateShape kind="care" size="huge" />}
        <Said
          language={language}
          id={isMute ? 'speech.hall.old' : 'visit.hall.old'}
          values={{ time: clockText(new Date(asOf)) }}
        />
      </footer>
    )
  }
  return (
    <footer className="hall-foot">
      <Said language={language} id="visit.hall.missed" />
      {isMute ? (
        <span className="hall-mute">
          <SpeakerSign label={null} />
          <Said language={language} id={`speech.sign.${voice}`} />
        </span>
      ) : null}
    </footer>
  )
}

/** A waiting room's whole screen, 1920 by 1080 and whatever else hangs on the wall. */
export function Hall({ status, room, isDeaf, now, voice, spoken }: Props) {
  const { t } = useText()
  const facility = status?.facility ?? null
  const isClosed = status !== null && (status.store.kind !== 'open' || facility === null)
  return (
    <div className="hall">
      <header className="hall-head">
        <Mark />
        <div>
          <h1>
            {facility === null ? (
              t('visit.hall.title')
            ) : (
              <>
                <span lang="hi">{facility.name.hi}</span> <span lang="en">{facility.name.en}</span>
              </>
            )}
          </h1>
          <p>
            {(room?.departments ?? []).map(({ hi, en }) => (
              <span key={en}>
                <span lang="hi">{hi}</span> <span lang="en">{en}</span>
              </span>
            ))}
          </p>
        </div>
        <b className="hall-clock">{clockText(now)}</b>
      </header>
      <main>
        {isClosed || room === null ? (
          <Quiet id={isClosed ? 'visit.hall.closed' : isDeaf ? 'visit.hall.refused' : null} />
        ) : (
          <>
            {room.now === null ? (
              <Quiet id="visit.hall.nobody" />
            ) : (
              <Now key={room.now.id} call={room.now} spoken={spoken} />
            )}
            <Side room={room} spoken={spoken} />
          </>
        )}
      </main>
      <Foot status={status} now={now} voice={isClosed ? null : voice} />
    </div>
  )
}
