import { useEffect, useState } from 'react'

import type { Runtime } from '../../contract/shell.ts'
import type { MessageId, Text } from '../../domain/text/catalogue.ts'
import { useText } from '../text/use-text.tsx'
import { answered } from './ask.ts'
import { themes } from './appearance.ts'
import type { ShellBridge } from './bridge.ts'
import { ActionButton } from './button.tsx'
import { KeyCap } from './key-cap.tsx'
import { Segmented } from './segmented.tsx'
import type { AppearanceControl } from './use-appearance.ts'

/** One line of the table of keys. */
export interface KeyLine {
  readonly caps: readonly string[]
  readonly does: MessageId
}

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
  readonly keys: readonly KeyLine[]
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

/** Every key of the page, how it looks, and what it runs on. */
export function Help({ hims, keys, look }: Props) {
  const { t } = useText()
  return (
    <div className="help scroll">
      <section className="panel">
        <h1>{t('common.keys')}</h1>
        <dl>
          {keys.map(({ caps, does }) => (
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
      <Look look={look} />
      <About hims={hims} />
    </div>
  )
}
