import type { SchemeLine } from '../../../contract/scheme.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { dayText } from '../../ui/format.ts'
import { StateShape } from '../../ui/icon/state-shape.tsx'

interface Props {
  readonly lines: readonly SchemeLine[]
  readonly all: boolean
  /** Schemes that a key confirms, in the order of their keys. */
  readonly keyed: readonly string[]
  readonly onUse: (line: SchemeLine) => void
  readonly onWithdraw: (line: SchemeLine) => void
}

const orders = ['yes', 'perhaps', 'no'] as const
const shapes = { yes: 'ok', perhaps: 'wait', no: 'stop' } as const

function Use({ line, keyed, onUse, onWithdraw }: Omit<Props, 'lines' | 'all'> & { readonly line: SchemeLine }) {
  const { t } = useText()
  if (line.cover !== null) {
    return (
      <div className="scheme-use">
        <span className="scheme-in-use">
          <StateShape kind="ok" />
          {t('scheme.desk.in-use', { day: dayText(t, line.cover.period.start) })}
        </span>
        <ActionButton kind="bare" label={`${t('scheme.desk.withdraw')}: ${line.name}`} onPress={() => onWithdraw(line)}>
          {t('scheme.desk.withdraw')}
        </ActionButton>
      </div>
    )
  }
  if (line.answer !== 'yes') return null
  const at = keyed.indexOf(line.scheme)
  return (
    <div className="scheme-use">
      <ActionButton {...(at < 0 ? {} : { cap: `Ctrl ${at + 1}` })} onPress={() => onUse(line)}>
        {t('scheme.desk.use')}
        <span className="spoken-only">: {line.name}</span>
      </ActionButton>
    </div>
  )
}

/** How many reasons say enough while not all are asked for. */
const FEW = 2

function Line(props: Omit<Props, 'lines'> & { readonly line: SchemeLine }) {
  const { line, all } = props
  const reasons = all ? line.reasons : line.reasons.slice(0, FEW)
  return (
    <li className="scheme-line">
      <StateShape kind={shapes[line.answer]} size="large" />
      <div className="scheme-words">
        <b>{line.name}</b>
        {line.answer === 'no' && !all ? null : <p className="meta">{line.benefit}</p>}
        <ul className="meta scheme-reasons">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        {line.answer !== 'perhaps' ? null : (
          <ul className="scheme-missing">
            {(all ? line.missing : line.missing.slice(0, FEW)).map((missing) => (
              <li key={missing}>{missing}</li>
            ))}
          </ul>
        )}
      </div>
      <Use {...props} />
    </li>
  )
}

/** Every scheme with its answer: yes first, then what is nearest to it, then no. */
export function SchemeLines({ lines, ...more }: Props) {
  const { t } = useText()
  return orders.map((order) => {
    const here = lines
      .filter(({ answer }) => answer === order)
      .toSorted((one, other) => Number(other.oneAway) - Number(one.oneAway))
    const near = here.filter(({ oneAway }) => oneAway).length
    if (here.length === 0) return null
    return (
      <section key={order} className={`scheme-group ${order}`} aria-label={t(`scheme.answer.${order}`)}>
        <h2>
          {t(`scheme.answer.${order}`)} <span className="num muted">{here.length}</span>
          {near === 0 ? null : <span className="meta muted">{t('scheme.desk.near', { count: near })}</span>}
        </h2>
        <ul>
          {here.map((line) => (
            <Line key={line.scheme} line={line} {...more} />
          ))}
        </ul>
      </section>
    )
  })
}
