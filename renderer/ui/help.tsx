import { useEffect, useState } from 'react'

import type { Runtime } from '../../contract/shell.ts'
import type { MessageId, Text } from '../../domain/text/catalogue.ts'
import { useText } from '../text/use-text.tsx'
import { listActions, PALETTE_KEY } from './action/action-list.ts'
import { drawnNow } from './action/drawn.ts'
import { answered } from './ask.ts'
import { themes } from './appearance.ts'
import type { ShellBridge } from './bridge.ts'
import { ActionButton } from './button.tsx'
import { KeyCap } from './key-cap.tsx'
import { Segmented } from './segmented.tsx'
import type { AppearanceControl } from './use-appearance.ts'

export interface KeyLine {
  readonly caps: readonly string[]
  readonly does: MessageId
}

/** Keys that mean the same on every page, and that no button there bears. */
const always: readonly KeyLine[] = [
  { caps: [PALETTE_KEY], does: 'staff.actions.title' },
  { caps: ['↑', '↓'], does: 'desk.keys.move' },
  { caps: ['Ctrl 1', 'Ctrl 9'], does: 'desk.keys.row' },
  { caps: ['Enter'], does: 'desk.keys.enter' },
  { caps: ['Ctrl Enter'], does: 'desk.keys.save' },
  { caps: ['Esc'], does: 'desk.keys.back' },
  { caps: ['Ctrl +', 'Ctrl −'], does: 'desk.keys.size' },
]

/** What a runtime may be unable to do, by its stable key. */
const limitTexts: Readonly<Record<string, MessageId>> = {
  keystore: 'common.limit.keystore',
  'silent-print': 'common.limit.silent-print',
  asar: 'common.limit.asar',
  'kiosk-lock': 'common.limit.kiosk-lock',
  'hid-picker': 'common.limit.hid-picker',
  'auto-update': 'common.limit.auto-update',
  'native-dialog': 'common.limit.native-dialog',
  'global-shortcut': 'common.limit.global-shortcut',
  'custom-origin': 'common.limit.custom-origin',
  'power-events': 'common.limit.power-events',
  'power-save-blocker': 'common.limit.power-save-blocker',
  'hidden-window': 'common.limit.hidden-window',
  download: 'common.limit.download',
}

const limitText = (t: Text, key: string): string => {
  const id = Object.hasOwn(limitTexts, key) ? limitTexts[key] : undefined
  return id === undefined ? t('common.limit.other', { name: key }) : t(id)
}

/** Which runtime this is, its versions, and what it cannot do. */
export function About({ hims }: { readonly hims: ShellBridge }) {
  const { t } = useText()
  const [runtime, setRuntime] = useState<Runtime | null>(null)
  useEffect(() => {
    const load = async () => {
      const answer = await answered(hims.ask['terminal.about']({}))
      if (answer.ok) setRuntime(answer.value)
    }
    void load()
  }, [hims])
  return (
    <section className="panel">
      <h2>{t('common.about')}</h2>
      {runtime === null ? null : (
        <>
          <p>{t(`common.runtime.${runtime.name}`)}</p>
          <dl>
            {Object.entries(runtime.versions).map(([name, version]) => (
              <div key={name} className="row">
                <dt>{name}</dt>
                <dd className="num">{version}</dd>
              </div>
            ))}
          </dl>
          {runtime.limits.length === 0 ? null : (
            <>
              <b>{t('common.limits')}</b>
              <ul className="stack">
                {runtime.limits.map((key) => (
                  <li key={key}>{limitText(t, key)}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </section>
  )
}

interface Props {
  readonly hims: ShellBridge
  readonly look: AppearanceControl
}

function Look({ look }: Pick<Props, 'look'>) {
  const { t } = useText()
  return (
    <section className="panel">
      <h2>{t('common.look')}</h2>
      <div className="row wrap">
        <span>{t('common.text-size', { percent: look.appearance.percent })}</span>
        <ActionButton cap="Ctrl +" onPress={() => look.resize(1)}>
          {t('common.text-size.larger')}
        </ActionButton>
        <ActionButton cap="Ctrl −" onPress={() => look.resize(-1)}>
          {t('common.text-size.smaller')}
        </ActionButton>
      </div>
      <Segmented
        label={t('common.theme')}
        segments={themes.map((theme) => ({ value: theme, label: t(`common.theme.${theme}`) }))}
        value={look.appearance.theme}
        onChange={look.wear}
      />
    </section>
  )
}

/** Every key of the page one came from, how pages look, and what it runs on. */
export function Help({ hims, look }: Props) {
  const { t } = useText()
  // As it stood on the page that this one takes the place of.
  const [here] = useState(() => listActions(drawnNow()).filter(({ cap }) => cap !== null))
  return (
    <div className="help scroll">
      <section className="panel">
        <h1>{t('staff.keys.always')}</h1>
        <dl>
          {always.map(({ caps, does }) => (
            <div key={does} className="row">
              <dt>
                {caps.map((cap) => (
                  <KeyCap key={cap} name={cap} />
                ))}
              </dt>
              <dd>{t(does)}</dd>
            </div>
          ))}
        </dl>
      </section>
      {here.length === 0 ? null : (
        <section className="panel">
          <h2>{t('staff.keys.here')}</h2>
          <dl>
            {here.map(({ cap, label, under }) => (
              <div key={`${cap} ${label} ${under}`} className="row">
                <dt>{cap === null ? null : <KeyCap name={cap} />}</dt>
                <dd>{label}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <Look look={look} />
      <About hims={hims} />
    </div>
  )
}
