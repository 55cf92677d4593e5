import { ToggleButton } from 'react-aria-components'

import { useText } from '../text/use-text.tsx'
import { ActionButton } from '../ui/button.tsx'
import { StateShape } from '../ui/icon/state-shape.tsx'
import type { RoomTold } from './room-state.ts'
import { rolesName, terminalName } from './terminal-name.ts'

interface HimsProps {
  readonly hims: RoomTold['hims']
  readonly run: (running: boolean) => void
}

/** The server, to be stopped on purpose: the terminals are meant to go on. */
export function HimsPanel({ hims, run }: HimsProps) {
  const { t } = useText()
  return (
    <section className="panel side" aria-labelledby="hims-title">
      <h2 id="hims-title">{t('room.hims')}</h2>
      <output className="row">
        <StateShape kind={hims === 'running' ? 'ok' : 'wait'} size="large" />
        <b>{t(`room.hims.${hims}`)}</b>
      </output>
      <p className="meta muted tight">{t('room.hims.hint')}</p>
      {hims === 'starting' ? (
        <ActionButton kind="later" block>
          {t('room.hims.starting')}
        </ActionButton>
      ) : (
        <ActionButton block onPress={() => run(hims !== 'running')}>
          {hims === 'running' ? t('room.hims.stop') : t('room.hims.start')}
        </ActionButton>
      )}
    </section>
  )
}

type Printer = RoomTold['printers'][number]

interface PrinterProps {
  readonly printers: readonly Printer[]
  readonly set: (printer: Printer) => void
}

interface FaultProps {
  readonly on: boolean
  /** Which printer and what of it: the head of the column says only what. */
  readonly words: string
  readonly press: () => void
}

const Fault = ({ on, words, press }: FaultProps) => (
  <td>
    <ToggleButton className={on ? 'fault on' : 'fault'} isSelected={on} onChange={press} aria-label={words}>
      {on ? <StateShape kind="care" /> : <span className="unticked" aria-hidden="true" />}
    </ToggleButton>
  </td>
)

function PrinterLine({ printer, set }: { readonly printer: Printer; readonly set: PrinterProps['set'] }) {
  const { t } = useText()
  const { paperOut, coverOpen } = printer
  const name = terminalName(t, printer.terminal)
  const kind = t(`common.device.${printer.kind}`)
  return (
    <tr>
      <th scope="row" className="tight">
        <b>{name}</b> <span className="muted meta">{kind}</span>
      </th>
      <Fault
        on={paperOut}
        words={`${name} ${kind}: ${t('room.printer.paper-out')}`}
        press={() => set({ ...printer, paperOut: !paperOut })}
      />
      <Fault
        on={coverOpen}
        words={`${name} ${kind}: ${t('room.printer.cover-open')}`}
        press={() => set({ ...printer, coverOpen: !coverOpen })}
      />
    </tr>
  )
}

/** The virtual printers, each of which can run out of paper or stand open. */
export function PrinterPanel({ printers, set }: PrinterProps) {
  const { t } = useText()
  return (
    <section className="panel side" aria-labelledby="printers-title">
      <table className="printers">
        <thead>
          <tr>
            <th scope="col">
              <h2 id="printers-title">{t('room.printers')}</h2>
            </th>
            <th scope="col" className="meta">
              {t('room.printer.paper-out')}
            </th>
            <th scope="col" className="meta">
              {t('room.printer.cover-open')}
            </th>
          </tr>
        </thead>
        <tbody>
          {printers.map((printer) => (
            <PrinterLine key={printer.id} printer={printer} set={set} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Who can unlock what. PINs are on show because every one of these people is made up. */
export function PinPanel({ operators }: { readonly operators: RoomTold['operators'] }) {
  const { t } = useText()
  return (
    <section className="panel side" aria-labelledby="pins-title">
      <h2 id="pins-title">{t('room.pins')}</h2>
      <ul className="pins">
        {operators.map(({ name, role, pin }) => (
          <li key={`${name} ${pin}`}>
            <span className="staff tight">
              <bdi lang="en">{name}</bdi> <span className="muted meta">{rolesName(t, role)}</span>
            </span>
            <b className="num">{pin}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
