import type { PersonId } from '../../../domain/id.ts'
import type { Person } from '../../../domain/person/person.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { PersonRow } from '../../ui/person-row.tsx'
import { ReasonList } from '../../ui/reason-list.tsx'
import type { Elsewhere } from './use-elsewhere.ts'

interface Props {
  readonly elsewhere: Elsewhere
  readonly today: string
  /** Whom the arrows stand on; null for nobody of these. */
  readonly selected: PersonId | null
  readonly onChoose: (at: number) => void
  readonly onTake: (id: PersonId) => void
}

export const awayId = (person: Person): string => `away-${person.id}`

/** People whom a server knows and this computer did not: under their own heading, after everybody who is here. */
export function ElsewhereList({ elsewhere, today, selected, onChoose, onTake }: Props) {
  const { t, list, language } = useText()
  const { answer, named, press, isShort } = elsewhere
  if (press !== null) return <AskByName isShort={isShort} onPress={press} />
  if (answer === null || answer.kind === 'not-asked') return null
  if (answer.kind !== 'found' || answer.people.length === 0) {
    return (
      <>
        <p className="meta muted elsewhere-said">{t(saidOf(answer.kind, named))}</p>
        {answer.kind === 'found' ? <Honestly answer={answer} /> : null}
      </>
    )
  }
  const title = t(answer.fromHub ? 'register.elsewhere.hub' : 'register.elsewhere')
  return (
    <section className="elsewhere" aria-label={title}>
      <div className="list-head">
        <b>{title}</b>
        {answer.fromHub ? null : <Chip kind="wait">{t('register.elsewhere.chip')}</Chip>}
      </div>
      <div
        // As the list of those who are here.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="listbox"
        tabIndex={-1}
        aria-label={title}
      >
        {answer.people.map(({ person, reasons, hospitals }, at) => (
          <PersonRow
            key={person.id}
            id={awayId(person)}
            cap={null}
            person={person}
            today={today}
            selected={person.id === selected}
            about={list(
              [
                list([person.guardian?.name ?? '', person.address.locality]),
                hospitals.length === 0
                  ? ''
                  : t('register.elsewhere.held', { hospitals: list(hospitals.map((name) => name[language])) }),
              ],
              ' · ',
            )}
            end={named ? <ReasonList reasons={reasons} /> : <span />}
            onChoose={() => onChoose(at)}
          />
        ))}
      </div>
      {answer.more ? <p className="meta muted elsewhere-said">{t('register.elsewhere.more')}</p> : null}
      <Honestly answer={answer} />
      {selected === null ? null : (
        <div className="elsewhere-take">
          <span className="meta muted">{t('register.elsewhere.ask-name')}</span>
          <ActionButton kind="go" cap="Enter" onPress={() => onTake(selected)}>
            {t('register.elsewhere.take')}
          </ActionButton>
        </div>
      )}
    </section>
  )
}

type Said = NonNullable<Elsewhere['answer']>

function saidOf(kind: Exclude<Said['kind'], 'not-asked'>, named: boolean) {
  if (kind === 'found') return named ? 'register.elsewhere.nobody-named' : 'register.elsewhere.nobody'
  return `register.elsewhere.${kind}` as const
}

/** Why somebody may be missing. */
function Honestly({ answer: { fromHub, preparing } }: { readonly answer: Extract<Said, { readonly kind: 'found' }> }) {
  const { t } = useText()
  return (
    <>
      {fromHub ? <p className="meta muted elsewhere-said">{t('register.elsewhere.from-hub')}</p> : null}
      {preparing ? <p className="meta muted elsewhere-said">{t('register.elsewhere.preparing')}</p> : null}
    </>
  )
}

function AskByName({ isShort, onPress }: { readonly isShort: boolean; readonly onPress: () => void }) {
  const { t } = useText()
  return (
    <div className="elsewhere-ask">
      <ActionButton kind="bare" cap="Shift F2" onPress={onPress}>
        {t('register.elsewhere.press')}
      </ActionButton>
      {isShort ? <span className="meta muted">{t('register.elsewhere.why')}</span> : null}
    </div>
  )
}
