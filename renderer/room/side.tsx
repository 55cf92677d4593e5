import { ToggleButton } from 'react-aria-components'

import { useText } from '../text/use-text.tsx'
import { ActionButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon/icon.tsx'
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

const Fault = ({ on, words, press }: { readonly on: boolean; readonly words: string; readonly press: () => void }) => (
  <ToggleButton className={on ? 'fault on' : 'fault'} isSelected={on} onChange={press}>
    {on ? <StateShape kind="care" /> : <span className="unticked" aria-hidden="true" />}
    <span>{words}</span>
  </ToggleButton>
)

/** The virtual printers, each of which can run out of paper or stand open. */
export function PrinterPanel({ printers, set }: PrinterProps) {
  const { t } = useText()
  return (
    <section className="panel side" aria-labelledby="printers-title">
      <h2 id="printers-title">{t('room.printers')}</h2>
      <ul className="printers">
        {printers.map((printer) => (
          <li key={printer.id}>
            <span className="row tight">
              <Icon name="printer" />
              <span>
                <b>{terminalName(t, printer.terminal)}</b>{' '}
                <span className="muted meta">{t(`common.device.${printer.kind}`)}</span>
              </span>
            </span>
            <span className="faults">
              <Fault
                on={printer.paperOut}
                words={t('room.printer.paper-out')}
                press={() => set({ ...printer, paperOut: !printer.paperOut })}
              />
              <Fault
                on={printer.coverOpen}
                words={t('room.printer.cover-open')}
                press={() => set({ ...printer, coverOpen: !printer.coverOpen })}
              />
            </span>
          </li>
        ))}
      </ul>
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
            <span className="tight">
              <bdi lang="en">{name}</bdi>
              <span className="muted meta">{rolesName(t, role)}</span>
            </span>
            <b className="num">{pin}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}
