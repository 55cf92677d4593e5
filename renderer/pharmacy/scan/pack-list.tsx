import type { PackVerdict } from '../../../domain/pharmacy/pack-verdict.ts'
import { useText } from '../../text/use-text.tsx'
import { clockText } from '../../ui/format.ts'
import { StateShape } from '../../ui/icon/state-shape.tsx'
import type { ScannedPack } from '../pharmacy-state.ts'
import { packKinds, PackLot } from './pack-box.tsx'

/** As many as are looked back at. */
const SHOWN = 5

interface Props {
  readonly packs: readonly ScannedPack[]
  readonly verdicts: readonly PackVerdict[]
}

/** The packs before the one in the hand, the latest first. */
export function PackList({ packs, verdicts }: Props) {
  const { t } = useText()
  const before = packs
    .flatMap((pack, at) => {
      const verdict = verdicts[at]
      return verdict === undefined ? [] : [{ ...pack, verdict, number: at }]
    })
    .slice(0, -1)
    .slice(-SHOWN)
    .toReversed()
  if (before.length === 0) return null
  return (
    <section className="panel pack-list" aria-label={t('safety.pack.list')}>
      <h2 className="heading">{t('safety.pack.list')}</h2>
      <ul>
        {before.map(({ seen, at, verdict, number }) => (
          <li key={number}>
            <StateShape kind={packKinds[verdict.kind]} />
            <span>
              {seen.kind === 'read' && seen.medicine !== null ? <span lang="en">{seen.medicine.name} </span> : null}
              <PackLot seen={seen} />
              {verdict.kind === 'right' ? null : <span className="meta under">{t(`safety.pack.${verdict.kind}`)}</span>}
            </span>
            <span className="num muted">{at === '' ? '' : clockText(new Date(at))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
