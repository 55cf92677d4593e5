import type { ReactNode } from 'react'

import type { PersonView } from '../../../contract/desk.ts'
import { isUnidentified } from '../../../domain/person/unidentified.ts'
import type { Evidence, Person } from '../../../domain/person/person.ts'
import type { Text } from '../../../domain/text/catalogue.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { abhaText, ageSaid, dayOf, dayText, phoneText } from '../../ui/format.ts'
import { Icon } from '../../ui/icon/icon.tsx'
import { PersonNameText } from '../../ui/person-name-text.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { Written } from '../../ui/written.tsx'
import { StateShape } from '../../ui/icon/state-shape.tsx'
import { KnownList } from '../register/known-list.tsx'
import { imageOf } from '../register/picture.ts'
import type { Pair } from '../merge/pair.ts'
import type { DepartmentNames } from '../department-name.ts'

interface Props {
  readonly view: PersonView
  readonly today: string
  readonly departmentName: DepartmentNames
  /** What a scan said, above the facts. */
  readonly note?: ReactNode
  readonly onSeparate: (pair: Pair) => void
  readonly next: ReactNode
  /** In base64; null where none was taken here. */
  readonly photo: string | null
}

function birthSaid(t: Text, { birth }: Person): string {
  return birth.kind === 'date'
    ? t('desk.person.born', { day: dayText(t, birth.on) })
    : t('desk.person.born-about', { year: String(Number(birth.asOf.slice(0, 4)) - birth.years) })
}

/** Somebody nobody knew when they came, or a baby that has no name yet. */
function CalledNote({ person }: Pick<PersonView, 'person'>) {
  const { t } = useText()
  if (person.unidentified === undefined) return null
  const { code } = person.unidentified
  return (
    <p className="kept-here">
      <StateShape kind="care" />
      <span>{t(isUnidentified(person) ? 'register.unknown.still' : 'register.unknown.was', { code })}</span>
    </p>
  )
}

interface HeadProps extends Pick<Props, 'today'>, Partial<Pick<Props, 'photo'>> {
  readonly person: Person
}

function Head({ person, today, photo = null }: HeadProps) {
  const { t, list } = useText()
  const age = ageSaid(person.birth, today)
  return (
    <div className="person-head">
      {photo === null ? (
        <div className="age-tile" aria-hidden="true">
          <b className="num">{age.count}</b>
          <span>{t(age.unit === 'years' ? `common.sex.${person.sex}` : `common.months.${person.sex}`)}</span>
        </div>
      ) : (
        <img className="person-photo" src={imageOf(photo)} alt={t('register.photo.of', { name: person.name.latin })} />
      )}
      <div>
        <h2>
          <PersonNameText name={person.name} size="head" />
        </h2>
        <p className="person-age">
          <span>{list([t(`common.age.${age.unit}`, { count: age.count }), t(`common.sex.${person.sex}`)])}</span>
          <span className="muted">·</span>
          <span>{birthSaid(t, person)}</span>
        </p>
      </div>
    </div>
  )
}

function Home({ person }: Pick<PersonView, 'person'>) {
  const { t, list } = useText()
  const { house, locality, ward = '', district, pin } = person.address
  const parts = [house, locality, ward, district === null ? '' : t(`common.district.${district}`), pin ?? '']
  const said = list(parts)
  return said === '' ? <span className="muted">{t('desk.person.not-asked')}</span> : <span>{said}</span>
}

function CardLine({ view }: Pick<Props, 'view'>) {
  const { t } = useText()
  const card = view.cards.find(({ status }) => status === 'active') ?? view.cards[0]
  if (card === undefined) return <span className="muted">{t('desk.person.no-card')}</span>
  return (
    <>
      <span className="num">{card.shortCode}</span>{' '}
      <span className="meta muted">{t('desk.person.card-until', { day: dayText(t, card.expires) })}</span>{' '}
      {card.status === 'active' ? (
        <span className="ok">
          <Icon name="verified" />
        </span>
      ) : null}
    </>
  )
}

/** The code of another issuer that the details were read from, and whether it was proven then. */
function Source({ evidence }: { readonly evidence: Evidence }) {
  const { t } = useText()
  const kind = t(`identity.kind.${evidence.kind}`)
  return (
    <>
      {t(evidence.signedBy === null ? 'identity.mark.unverified' : 'identity.mark.verified', { kind })}{' '}
      <span className="meta muted">{dayText(t, evidence.readOn)}</span>
    </>
  )
}

function Facts({ view }: Pick<Props, 'view'>) {
  const { t } = useText()
  const { person, phoneSharedWith } = view
  return (
    <dl className="facts">
      {person.guardian === null ? null : (
        <>
          <dt>{t(`common.relation.${person.guardian.relation}`)}</dt>
          <dd>
            <Written text={person.guardian.name} />
          </dd>
        </>
      )}
      <dt>{t('desk.person.phone')}</dt>
      <dd>
        {person.phone === null ? (
          <span className="muted">{t('desk.person.not-asked')}</span>
        ) : (
          <>
            <span className="num">{phoneText(person.phone)}</span>{' '}
            {phoneSharedWith === 0 ? null : (
              <span className="meta muted">{t('desk.person.phone-shared', { count: phoneSharedWith })}</span>
            )}
          </>
        )}
      </dd>
      <dt>{t('desk.person.home')}</dt>
      <dd>
        <Home person={person} />
      </dd>
      {person.abha === null ? null : (
        <>
          <dt>{t('common.field.abha')}</dt>
          <dd className="num">{abhaText(person.abha)}</dd>
        </>
      )}
      {person.evidence === null ? null : (
        <>
          <dt>{t('identity.source')}</dt>
          <dd>
            <Source evidence={person.evidence} />
          </dd>
        </>
      )}
      {person.sources === undefined ? null : (
        <>
          <dt>{t('register.known')}</dt>
          <dd>
            <KnownList sources={person.sources} />
          </dd>
        </>
      )}
      <dt>{t('desk.person.card')}</dt>
      <dd>
        <CardLine view={view} />
      </dd>
    </dl>
  )
}

/** Beside F7, which looks for another record; a fourth one at once is reached by Tab. */
const separateCaps: readonly string[] = ['Shift F7', 'Shift F8', 'Shift F5']
const capped = (cap: string | undefined) => (cap === undefined ? {} : { cap })

/** Other records that are this person too, each with the way to separate it again. */
function Linked({ view, onSeparate }: Pick<Props, 'view' | 'onSeparate'>) {
  const { t } = useText()
  if (view.linked.length === 0) return null
  return (
    <div className="linked">
      <span className="heading">{t('merge.linked', { count: view.linked.length })}</span>
      <ul>
        {view.linked.map(({ link, person }, at) => (
          <li key={link.id}>
            <Written className="grow" text={person?.name.latin ?? t('merge.linked.unknown')} />
            <ActionButton
              kind="bare"
              {...capped(separateCaps[at])}
              // Whom is said where the line is not seen: in the list of keys, and aloud.
              under={<span className="spoken-only">{person?.name.latin}</span>}
              onPress={() => onSeparate({ one: link.kept, other: link.merged })}
            >
              {t('merge.separate')}
            </ActionButton>
          </li>
        ))}
      </ul>
    </div>
  )
}

const SHOWN = 4

function Before({ view, departmentName }: Pick<Props, 'view' | 'departmentName'>) {
  const { t } = useText()
  const visits = view.visits.toSorted((one, other) => other.openedAt.localeCompare(one.openedAt)).slice(0, SHOWN)
  if (visits.length === 0) return null
  return (
    <div className="before">
      <span className="heading">{t('desk.person.before')}</span>
      <ul>
        {visits.map((visit) => (
          <li key={visit.id}>
            <span className="muted">{dayText(t, dayOf(new Date(visit.openedAt)))}</span>
            <span>{departmentName(visit.token.department)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Whom a scan named, while the record is still being opened. */
export function PersonAtOnce({ person, today, note }: HeadProps & Pick<Props, 'note'>) {
  return (
    <aside className="panel person-panel" aria-label={person.name.latin}>
      <Scroll label={person.name.latin}>
        {note}
        <Head person={person} today={today} />
      </Scroll>
    </aside>
  )
}

/** One person: who this is, what is known, and what comes next, pinned to the foot so that its keys never move. */
export function PersonPanel({ view, today, departmentName, note, onSeparate, next, photo }: Props) {
  const { t } = useText()
  return (
    <aside className="panel person-panel" aria-label={view.person.name.latin}>
      <Scroll label={view.person.name.latin}>
        {note}
        <Head person={view.person} today={today} photo={photo} />
        <CalledNote person={view.person} />
        <Facts view={view} />
        <Linked view={view} onSeparate={onSeparate} />
        {view.waiting ? (
          <p className="kept-here">
            <StateShape kind="wait" />
            <span>{t('desk.person.waiting')}</span>
          </p>
        ) : null}
        <Before view={view} departmentName={departmentName} />
      </Scroll>
      {next}
    </aside>
  )
}
