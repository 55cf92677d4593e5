import type { SchemeGround } from '../../../contract/scheme.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon/icon.tsx'
import { valueText } from './value-text.ts'

interface Props {
  readonly grounds: readonly SchemeGround[]
  readonly onTakeBack: (ground: SchemeGround) => void
}

const pictures = { spoken: 'voice', seen: 'search', verified: 'verified' } as const

/** What the answers rest on, with how it is known. */
export function GroundList({ grounds, onTakeBack }: Props) {
  const { t } = useText()
  return (
    <section className="scheme-grounds" aria-label={t('scheme.desk.rest')}>
      <span className="heading">{t('scheme.desk.rest')}</span>
      <dl>
        {grounds.map((ground) => (
          <div key={ground.fact}>
            <dt>{ground.name}</dt>
            <dd>
              <span>{valueText(t, ground.known.value, ground.unit, ground.text)}</span>
              <span className="meta muted scheme-how">
                <Icon name={pictures[ground.known.how]} />
                {t(`scheme.desk.how.${ground.known.how}`)}
                {ground.papers.length === 0 ? null : `: ${ground.papers.join(', ')}`}
              </span>
              {ground.noted ? (
                <ActionButton
                  kind="bare"
                  label={`${t('scheme.desk.withdraw')}: ${ground.name}`}
                  onPress={() => onTakeBack(ground)}
                >
                  {t('scheme.desk.withdraw')}
                </ActionButton>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
