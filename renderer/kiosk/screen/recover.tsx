import { useText } from '../../text/use-text.tsx'
import { StateShape } from '../../ui/icon/state-shape.tsx'
import type { ShellBridge } from '../../ui/bridge.ts'
import { LONGEST_CODE, useRecover } from '../../ui/use-recover.ts'
import { Press } from '../control.tsx'

/** The letters of a code (Crockford's base 32): a kiosk has no keyboard, and none of them is taken for another. */
const letters = Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ')

/** Where the key was lost: staff press the code that HIMS gave out, and the kiosk serves again. */
export function RecoverPad({ hims }: { readonly hims: ShellBridge }) {
  const { t } = useText()
  const { code, setCode, cause, refusal, isReady, recover } = useRecover(hims)
  const wrong = cause ?? (refusal === null ? null : 'unreachable')
  return (
    <section className="recover" aria-label={t('fault.recover')}>
      <label className="recover-code">
        <span>{t('fault.recover.code')}</span>
        <input
          value={code}
          dir="ltr"
          lang="en"
          maxLength={LONGEST_CODE}
          autoComplete="off"
          spellCheck="false"
          onChange={({ target }) => setCode(target.value.toUpperCase())}
        />
      </label>
      {wrong === null ? null : (
        <output className="recover-wrong">
          <StateShape kind="care" size="large" />
          <span>{t(`fault.recover.${wrong}`)}</span>
        </output>
      )}
      <div className="recover-pad" dir="ltr" lang="en">
        {letters.map((letter) => (
          <Press
            key={letter}
            className="recover-letter"
            onPress={() => setCode(code.length < LONGEST_CODE ? code + letter : code)}
          >
            {letter}
          </Press>
        ))}
      </div>
      <div className="recover-deeds">
        <Press className="recover-deed" onPress={() => setCode(code.slice(0, -1))}>
          {t('kiosk.recover.rub-out')}
        </Press>
        <Press className={isReady ? 'recover-deed main' : 'recover-deed later'} onPress={recover}>
          {t('fault.recover.do')}
        </Press>
      </div>
    </section>
  )
}
