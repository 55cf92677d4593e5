import type { ScannerHeard } from '../../../contract/scanner.ts'
import { unreachable } from '../../../domain/result.ts'
import { BASE45, TEST_CODE } from '../../../domain/scan/layout-test.ts'
import { useText } from '../../text/use-text.tsx'
import { Note } from '../note.tsx'
import { OtherHeard } from './other-heard.tsx'
import { SetupCode } from './setup-code.tsx'

type Verdict = ScannerHeard['verdict']
type Wrong = Extract<Verdict, { kind: 'other-layout' }>['wrong']

/** Every letter of a card, and what came in its place. */
function Letters({ wrong }: { readonly wrong: Wrong }) {
  const { t } = useText()
  const came = new Map(wrong.map((each) => [each.letter, each.came]))
  const spoken = (letter: string) => (letter === ' ' ? t('scanner.test.space') : letter)
  return (
    <ul className="setup-letters" aria-label={t('scanner.test.letters')} dir="ltr">
      {Array.from(BASE45, (letter) => {
        const instead = came.get(letter)
        return (
          <li key={letter} className={instead === undefined ? '' : 'wrong'}>
            <span className="spoken-only">
              {instead === undefined
                ? t('scanner.test.good', { letter: spoken(letter) })
                : t('scanner.test.came', { letter: spoken(letter), came: spoken(instead) })}
            </span>
            <span lang="en" aria-hidden="true">
              <b>{letter === ' ' ? '␣' : letter}</b>
              {instead === undefined ? null : <i>{instead === ' ' ? '␣' : instead}</i>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function OtherLayout({ verdict }: { readonly verdict: Extract<Verdict, { kind: 'other-layout' }> }) {
  const { t } = useText()
  const { country, wrong } = verdict
  return (
    <>
      <Note kind="stop" title={t('scanner.test.layout', { count: wrong.length })}>
        <p>
          {country === null
            ? t('scanner.test.layout-unknown')
            : t('scanner.test.layout-known', { country: t(`scanner.country.${country}`) })}
        </p>
        <ol>
          <li>{t('scanner.test.layout-1')}</li>
          <li>{t('scanner.test.layout-2')}</li>
          <li>{t('scanner.test.layout-3')}</li>
        </ol>
        <p className="meta">{t('scanner.test.layout-4')}</p>
      </Note>
      <Letters wrong={wrong} />
    </>
  )
}

function Result({ heard }: { readonly heard: ScannerHeard }) {
  const { t } = useText()
  const { verdict } = heard
  switch (verdict.kind) {
    case 'right':
      return (
        <>
          <Note kind="ok" title={t('scanner.test.right')}>
            <p>{t('scanner.test.right-next')}</p>
          </Note>
          <Letters wrong={[]} />
        </>
      )
    case 'small-letters':
      return (
        <Note kind="care" title={t('scanner.test.small')}>
          <p>{t('scanner.test.small-next')}</p>
        </Note>
      )
    case 'other-layout':
      return <OtherLayout verdict={verdict} />
    case 'cut':
      return (
        <Note kind="care" title={t('scanner.test.cut', { came: verdict.came, wanted: verdict.wanted })}>
          <p>{t('scanner.test.cut-next')}</p>
        </Note>
      )
    case 'in-hand':
    case 'old-code':
    case 'garbled':
    case 'other':
      return <OtherHeard heard={heard} />
    default:
      return unreachable(verdict)
  }
}

/** Draws the test code and says of each letter whether it arrived right. */
export function TestStep({ heard }: { readonly heard: ScannerHeard | null }) {
  const { t } = useText()
  return (
    <div className="stack">
      <div className="setup-task">
        <SetupCode text={TEST_CODE} label={t('scanner.test.code')} />
        <p>{t('scanner.test.how')}</p>
      </div>
      {heard === null ? null : <Result heard={heard} />}
    </div>
  )
}
