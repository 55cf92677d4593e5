import { useText } from '../../text/use-text.tsx'
import { answered } from '../../ui/ask.ts'
import { ActionButton } from '../../ui/button.tsx'
import { DepartmentSign } from '../../ui/icon/department-sign.tsx'
import { Note } from '../../ui/note.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { DoctorAnswer, DoctorBridge } from '../doctor-bridge.ts'

interface Props {
  readonly hims: DoctorBridge
  readonly room: DoctorAnswer<'room.now'>
  readonly onSeated: () => void
}

const KEYS = 9

/** Where the doctor sits today; a digit sits down. */
export function SeatScreen({ hims, room: { seats, seat }, onSeated }: Props) {
  const { t, language } = useText()
  const sit = (at: number) => async () => {
    const choice = seats[at]
    if (choice === undefined) return
    const { room, department } = choice
    const answer = await answered(hims.ask['room.sit']({ room, department: department.code }))
    if (answer.ok && answer.value) onSeated()
  }
  useHotkeys({
    ...Object.fromEntries(seats.slice(0, KEYS).map((_, at) => [String(at + 1), () => void sit(at)()])),
    ...(seat === null ? {} : { Escape: onSeated }),
  })
  return (
    <div className="seats">
      <h1>{t('visit.seat.title')}</h1>
      {seats.length === 0 ? (
        <Note kind="wait" title={t('visit.seat.none')} />
      ) : (
        <ul>
          {seats.map(({ room, label, department }, at) => (
            <li key={`${department.code} ${room}`}>
              <ActionButton
                block
                size="tall"
                {...(at < KEYS ? { cap: String(at + 1) } : {})}
                {...(seat?.room === room && seat.department.code === department.code ? { kind: 'go' as const } : {})}
                under={department.name[language]}
                onPress={() => void sit(at)()}
              >
                <span className="with-sign">
                  <DepartmentSign sign={department.sign} />
                  {t('visit.seat.room', { room: label })}
                </span>
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
