import { useText } from '../text/use-text.tsx'
import type { ShellBridge } from './bridge.ts'
import { ActionButton } from './button.tsx'
import { FaultNote } from './fault-note.tsx'
import { Field } from './field.tsx'
import { LONGEST_CODE, useRecover } from './use-recover.ts'

/** Where the key was lost: a supervisor types the code that HIMS gave out, and the records open. */
export function RecoverForm({ hims }: { readonly hims: ShellBridge }) {
  const { t } = useText()
  const { code, setCode, cause, refusal, isReady, recover } = useRecover(hims)
  return (
    <section className="stack" aria-label={t('fault.recover')}>
      <b>{t('fault.recover')}</b>
      <Field
        label={t('fault.recover.code')}
        value={code}
        maxLength={LONGEST_CODE}
        onChange={setCode}
        problem={cause === null ? null : t(`fault.recover.${cause}`)}
      />
      {refusal === null ? null : <FaultNote refusal={refusal} />}
      <ActionButton kind={isReady ? 'go' : 'later'} block onPress={recover}>
        {t('fault.recover.do')}
      </ActionButton>
    </section>
  )
}
