import type { ShownCall, WaitingRoom } from '../../contract/display.ts'
import type { TerminalStatus } from '../../contract/shell.ts'
import { departmentSigns } from '../../domain/hospital/department-sign.ts'
import { useText } from '../text/use-text.tsx'
import { clockText } from '../ui/format.ts'
import { Mark } from '../ui/icon/mark.tsx'
import { StateShape } from '../ui/icon/state-shape.tsx'
import { InFour, Said, spoken } from './in-four.tsx'

interface Props {
  /** Null while the page opens. */
  readonly status: TerminalStatus | null
  readonly room: WaitingRoom | null
  readonly now: Date
}

const Sign = ({ sign }: Pick<ShownCall, 'sign'>) => (
  <svg className="hall-sign" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={departmentSigns[sign].join('')} />
  </svg>
)

/** The number that is called now: the only marigold in the room. */
function Now({ call }: { readonly call: ShownCall }) {
  const { department, room, label, sign } = call
  return (
    <section className="hall-now" aria-live="polite">
      <p className="hall-word">
        <InFour id="visit.hall.now" />
      </p>
      <div className="hall-call">
        <b className="hall-token">{label}</b>
        <div className="hall-room">
          <Sign sign={sign} />
          <span>
            <Said language="hi" id="visit.hall.room" /> · <Said language="en" id="visit.hall.room" />
          </span>
          <b>{room}</b>
        </div>
      </div>
      <div className="hall-say">
        {spoken.map((language) => (
          <Said
            key={language}
            language={language}
            id="visit.hall.come"
            values={{ department: department[language], room }}
          />
        ))}
      </div>
    </section>
  )
}

const Nobody = () => (
  <section className="hall-now quiet">
    <div className="hall-say alone">
      {spoken.map((language) => (
        <Said key={language} language={language} id="visit.hall.nobody" />
      ))}
    </div>
  </section>
)

function Side({ room: { before, next } }: { readonly room: WaitingRoom }) {
  return (
    <section className="hall-side">
      <h2 className="spoken-only">
        <Said language="en" id="visit.hall.before" />
      </h2>
      <ul>
        {before.map(({ id, label, room, sign }) => (
          <li key={id}>
            <b className="hall-was">{label}</b>
            <span className="hall-where">
              <Sign sign={sign} />
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
function Foot({ status, now }: Pick<Props, 'status' | 'now'>) {
  const link = status?.link
  const asOf = status?.dataAsOf ?? null
  const isOld = link !== undefined && link.kind !== 'online' && link.kind !== 'connecting'
  const at = Math.floor(now.getTime() / 10_000) % spoken.length
  const language = spoken[at] ?? 'hi'
  if (isOld && asOf !== null) {
    return (
      <footer className="hall-foot old">
        <StateShape kind="care" size="huge" />
        <Said language={language} id="visit.hall.old" values={{ time: clockText(new Date(asOf)) }} />
      </footer>
    )
  }
  return (
    <footer className="hall-foot">
      <Said language={language} id="visit.hall.missed" />
    </footer>
  )
}

/** A waiting room's whole screen, 1920 by 1080 and whatever else hangs on the wall. */
export function Hall({ status, room, now }: Props) {
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
          <section className="hall-now quiet">
            <div className="hall-say alone">
              {isClosed
                ? spoken.map((language) => <Said key={language} language={language} id="visit.hall.closed" />)
                : null}
            </div>
          </section>
        ) : (
          <>
            {room.now === null ? <Nobody /> : <Now key={room.now.id} call={room.now} />}
            <Side room={room} />
          </>
        )}
      </main>
      <Foot status={status} now={now} />
    </div>
  )
}
