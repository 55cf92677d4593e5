import { useState } from 'react'

import type { DeskScanner, ScannerHeard } from '../../../contract/scanner.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../button.tsx'
import { Field } from '../field.tsx'
import { Note } from '../note.tsx'
import { useHotkeys } from '../use-hotkeys.ts'
import { OtherHeard } from './other-heard.tsx'
import { ScannerKind } from './scanner-list.tsx'
import { SetupCode } from './setup-code.tsx'

interface Props {
  readonly code: string | null
  readonly heard: ScannerHeard | null
  /** How many scanners have a name already. */
  readonly named: number
  readonly onName: (device: string, name: string) => void
}

function NameForm({ scanner, named, onName }: Pick<Props, 'named' | 'onName'> & { readonly scanner: DeskScanner }) {
  const { t } = useText()
  const [name, setName] = useState(scanner.name ?? t('scanner.name.suggest', { n: named + 1 }))
  const [asked, setAsked] = useState(false)
  const missing = name.trim() === ''
  const save = () => {
    setAsked(true)
    if (!missing) onName(scanner.device, name.trim())
  }
  useHotkeys({ Enter: save })
  return (
    <div className="stack">
      <Note kind="ok" title={t('scanner.in-hand')}>
        <p>
          <ScannerKind scanner={scanner} />
        </p>
      </Note>
      <Field
        label={t('scanner.name.field')}
        value={name}
        onChange={setName}
        maxLength={40}
        problem={asked && missing ? t('scanner.name.missing') : null}
        // The scanner is in one hand: the other types at once.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      />
      <ActionButton kind="go" cap="Enter" onPress={save}>
        {t('scanner.name.save')}
      </ActionButton>
    </div>
  )
}

/** Draws a code; whichever scanner sends it gets a name. */
export function NameStep({ code, heard, named, onName }: Props) {
  const { t } = useText()
  if (heard?.verdict.kind === 'in-hand') {
    return <NameForm key={heard.scanner.device} scanner={heard.scanner} named={named} onName={onName} />
  }
  return (
    <div className="stack">
      <div className="setup-task">
        {code === null ? null : <SetupCode text={code} label={t('scanner.name.code')} />}
        <p>{t('scanner.name.how')}</p>
      </div>
      <OtherHeard heard={heard} />
      {heard?.verdict.kind === 'other' && heard.scanner.source === 'wedge' ? (
        <Note kind="care">
          <p>{t('scanner.other-typed')}</p>
        </Note>
      ) : null}
    </div>
  )
}
