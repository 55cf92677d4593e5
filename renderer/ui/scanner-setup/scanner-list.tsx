import type { DeskScanner } from '../../../contract/scanner.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../button.tsx'
import { FaultNote } from '../fault-note.tsx'
import { StateShape } from '../icon/state-shape.tsx'
import type { StateKind } from '../icon/state-shape.tsx'
import { ScanPicture } from '../scan-picture.tsx'
import { latest } from '../use-answer.ts'
import type { Answer } from '../use-answer.ts'
import { Written } from '../written.tsx'

const shapes: Readonly<Record<DeskScanner['state'], StateKind>> = {
  ready: 'ok',
  connecting: 'wait',
  refused: 'stop',
  absent: 'care',
  unknown: 'wait',
}

interface Props {
  readonly watched: Answer<readonly DeskScanner[]>
  /** The scanner that was heard last. */
  readonly inHand: string | null
  readonly onForget: (device: string) => void
}

/** What a scanner is, in one line: what it says of itself, and how it is connected. */
export function ScannerKind({ scanner }: { readonly scanner: DeskScanner }) {
  const { t } = useText()
  return (
    <span className="meta muted">
      {scanner.label === '' ? null : (
        <>
          <bdi lang="en">{scanner.label}</bdi>
          {t('common.comma')}
        </>
      )}
      {t(`scanner.kind.${scanner.source}`)}
    </span>
  )
}

function Row({ scanner, inHand, onForget }: Omit<Props, 'watched'> & { readonly scanner: DeskScanner }) {
  const { t } = useText()
  return (
    <tr className={scanner.device === inHand ? 'in-hand' : ''}>
      <td>
        <div className="scanner-name">
          {scanner.name === null ? (
            <span className="muted">{t('scanner.no-name')}</span>
          ) : (
            <b>
              <Written text={scanner.name} />
            </b>
          )}
          <ScannerKind scanner={scanner} />
        </div>
      </td>
      <td>
        <span className="row">
          <StateShape kind={shapes[scanner.state]} />
          <span>{t(`scanner.state.${scanner.state}`)}</span>
        </span>
      </td>
      <td className="end">
        {scanner.name === null ? null : (
          <ActionButton label={`${t('scanner.forget')}: ${scanner.name}`} onPress={() => onForget(scanner.device)}>
            {t('scanner.forget')}
          </ActionButton>
        )}
      </td>
    </tr>
  )
}

/** The scanners of this counter; one that types appears when it has a name. */
export function ScannerList({ watched, inHand, onForget }: Props) {
  const { t } = useText()
  if (watched.kind === 'refused') return <FaultNote refusal={watched.refusal} />
  const scanners = latest(watched)
  if (scanners === null) {
    return (
      <p className="sheet-empty row">
        <StateShape kind="wait" size="large" />
        <span>{t('scanner.loading')}</span>
      </p>
    )
  }
  if (scanners.length === 0) {
    return (
      <div className="sheet-empty row">
        <ScanPicture />
        <div className="stack">
          <b>{t('scanner.none')}</b>
          <p>{t('scanner.none-next')}</p>
        </div>
      </div>
    )
  }
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('scanner.col.scanner')}</th>
          <th scope="col">{t('scanner.col.state')}</th>
          <th scope="col">
            <span className="spoken-only">{t('scanner.col.do')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {scanners.map((scanner) => (
          <Row key={scanner.device} {...{ scanner, inHand, onForget }} />
        ))}
      </tbody>
    </table>
  )
}
