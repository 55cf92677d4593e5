import { useText } from '../../text/use-text.tsx'
import type { StaffBridge } from '../bridge.ts'
import { Note } from '../note.tsx'
import { Scroll } from '../scroll.tsx'
import { Segmented } from '../segmented.tsx'
import { latest } from '../use-answer.ts'
import { useHotkeys } from '../use-hotkeys.ts'
import { NameStep } from './name-step.tsx'
import { ScannerList } from './scanner-list.tsx'
import { TestStep } from './test-step.tsx'
import { useSetup } from './use-setup.ts'

interface Props {
  readonly hims: StaffBridge
  readonly onLeave: () => void
}

type Setup = ReturnType<typeof useSetup>

function Saved({ saved }: { readonly saved: Setup['state']['saved'] }) {
  const { t } = useText()
  if (saved === null) return null
  return saved.kind === 'saved' ? (
    <Note kind="ok">
      <p>{t('scanner.saved', { name: saved.name })}</p>
    </Note>
  ) : (
    <Note kind="care">
      <p>{t('scanner.not-saved')}</p>
    </Note>
  )
}

function Steps({ setup }: { readonly setup: Setup }) {
  const { t } = useText()
  const { state, dispatch, watched, code, name } = setup
  const named = (latest(watched) ?? []).filter((each) => each.name !== null).length
  return (
    <section className="panel sheet-panel" aria-label={t('scanner.step')}>
      <div className="sheet-head">
        <Segmented
          label={t('scanner.step')}
          quiet
          segments={[
            { value: 'name', label: t('scanner.step.name'), cap: 'F7' },
            { value: 'test', label: t('scanner.step.test'), cap: 'F8' },
          ]}
          value={state.step}
          onChange={(step) => dispatch({ kind: 'step', step })}
        />
      </div>
      <Scroll label={t(`scanner.step.${state.step}`)}>
        <div className="setup-step">
          <Saved saved={state.saved} />
          {state.step === 'name' ? (
            <NameStep code={code} heard={state.heard} named={named} onName={name} />
          ) : (
            <TestStep heard={state.heard} />
          )}
        </div>
      </Scroll>
    </section>
  )
}

/** Which scanners this counter has, what they are called, and whether each sends what it reads. */
export function ScannerSetup({ hims, onLeave }: Props) {
  const { t } = useText()
  const setup = useSetup(hims)
  const { dispatch } = setup
  useHotkeys({
    F7: () => dispatch({ kind: 'step', step: 'name' }),
    F8: () => dispatch({ kind: 'step', step: 'test' }),
    Escape: onLeave,
  })
  return (
    <div className="setup">
      <section className="panel sheet-panel" aria-label={t('scanner.here')}>
        <div className="sheet-head">
          <h1>{t('scanner.title')}</h1>
          <p className="muted meta">{t('scanner.intro')}</p>
        </div>
        <Scroll label={t('scanner.here')}>
          <ScannerList
            watched={setup.watched}
            inHand={setup.state.heard?.scanner.device ?? null}
            onForget={setup.forget}
          />
        </Scroll>
      </section>
      <Steps setup={setup} />
    </div>
  )
}
