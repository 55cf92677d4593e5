import { useState } from 'react'

import { useText } from '../text/use-text.tsx'
import { answered } from './ask.ts'
import type { ShellBridge } from './bridge.ts'
import { ActionButton } from './button.tsx'
import { FaultNote } from './fault-note.tsx'
import { Field } from './field.tsx'
import type { Refusal } from '../../contract/channel.ts'

/** Fewer letters are no code. */
const SHORTEST = 6

type Cause = 'unknown-code' | 'unreachable' | 'wrong-key'

/** Where the key was lost: a supervisor types the code that HIMS gave out, and the records open. */
export function RecoverForm({ hims }: { readonly hims: ShellBridge }) {
  const { t } = useText()
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [cause, setCause] = useState<Cause | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const recover = async () => {
    setBusy(true)
    setRefusal(null)
    const answer = await answered(hims.ask['terminal.recover']({ code }))
    setBusy(false)
    if (!answer.ok) return setRefusal(answer.problem)
    setCause(answer.value.kind === 'refused' ? answer.value.cause : null)
  }
  return (
    <section className="stack" aria-label={t('fault.recover')}>
      <b>{t('fault.recover')}</b>
      <Field
        label={t('fault.recover.code')}
        value={code}
        maxLength={64}
        onChange={setCode}
        problem={cause === null ? null : t(`fault.recover.${cause}`)}
      />
      {refusal === null ? null : <FaultNote refusal={refusal} />}
      <ActionButton kind={busy || code.trim().length < SHORTEST ? 'later' : 'go'} block onPress={() => void recover()}>
        {t('fault.recover.do')}
      </ActionButton>
    </section>
  )
}
