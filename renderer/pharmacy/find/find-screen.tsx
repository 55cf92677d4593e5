import { useEffect, useRef, useState } from 'react'

import type { ScanAnswer, TerminalStatus } from '../../../contract/shell.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { Icon } from '../../ui/icon/icon.tsx'
import { PersonRow } from '../../ui/person-row.tsx'
import { ScanPicture } from '../../ui/scan-picture.tsx'
import { FillingNote } from '../../ui/store-screen.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useDelayed } from '../../ui/use-delayed.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import type { Hotkeys } from '../../ui/use-hotkeys.ts'
import type { PharmacyAnswer, PharmacyBridge } from '../pharmacy-bridge.ts'
import type { PharmacyAction } from '../pharmacy-state.ts'
import { CameraPanel } from '../scan/camera-panel.tsx'
import { VerdictBox } from '../scan/verdict-box.tsx'

type Hit = PharmacyAnswer<'pick.find'>[number]

interface Props {
  readonly hims: PharmacyBridge
  readonly status: TerminalStatus
  readonly query: string
  readonly scanned: ScanAnswer | null
  readonly camera: boolean
  readonly today: string
  readonly round: number
  readonly dispatch: (action: PharmacyAction) => void
  readonly onScanText: (text: string) => void
}

const LIST = 'collecting'
const rowId = ({ person }: Hit): string => `collect-${person.id}`

function Box({
  query,
  active,
  onType,
}: {
  readonly query: string
  readonly active: string | null
  readonly onType: (query: string) => void
}) {
  const { t } = useText()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <label className="collect-box">
      <Icon name="search" />
      <span className="spoken-only">{t('pharmacy.find.label')}</span>
      <input
        ref={box}
        value={query}
        onChange={(event) => onType(event.currentTarget.value)}
        placeholder={t('pharmacy.find.placeholder')}
        role="combobox"
        aria-expanded={active !== null}
        aria-controls={LIST}
        {...(active === null ? {} : { 'aria-activedescendant': active })}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        dir="auto"
      />
    </label>
  )
}

interface ListProps {
  readonly hits: readonly Hit[]
  readonly at: number
  readonly today: string
  readonly onOpen: (hit: Hit) => void
}

function HitList({ hits, at, today, onOpen }: ListProps) {
  const { t } = useText()
  return (
    // A search box that owns its list needs the roles; a <select> cannot hold rows.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div id={LIST} role="listbox" tabIndex={-1} aria-label={t('pharmacy.find.title')}>
      {hits.map((hit, row) => (
        <PersonRow
          key={hit.person.id}
          id={rowId(hit)}
          cap={row < 9 ? `Ctrl ${row + 1}` : null}
          person={hit.person}
          today={today}
          selected={row === at}
          about={hit.person.guardian === null ? null : <bdi>{hit.person.guardian.name}</bdi>}
          end={<span className="open-count">{t('pharmacy.find.open', { count: hit.open })}</span>}
          onChoose={() => onOpen(hit)}
        />
      ))}
    </div>
  )
}

/** Nobody is at the window yet: a card at any time, or whoever waits to collect. */
export function FindScreen(props: Props) {
  const { hims, status, query, scanned, camera, today, round, dispatch, onScanText } = props
  const { t } = useText()
  const asked = useDelayed(query.trim(), 80)
  const answer = useAnswer(`${round} ${asked}`, () => hims.ask['pick.find']({ text: asked }))
  const hits = latest(answer) ?? []
  const [moved, setMoved] = useState({ query: '', at: 0 })
  const at = moved.query === query ? Math.min(moved.at, Math.max(0, hits.length - 1)) : 0
  const move = (to: number) => setMoved({ query, at: Math.max(0, Math.min(hits.length - 1, to)) })
  const open = (hit: Hit | undefined) => {
    if (hit !== undefined) dispatch({ kind: 'opened', person: hit.person.id })
  }
  // Alt and a digit goes to a tab, from here too.
  const rows: Hotkeys = Object.fromEntries(
    hits.slice(0, 9).map((hit, row): readonly [string, () => void] => [`Ctrl+${row + 1}`, () => open(hit)]),
  )
  useHotkeys({
    ...rows,
    ArrowDown: () => move(at + 1),
    ArrowUp: () => move(at - 1),
    Enter: () => open(hits[at]),
    F8: () => dispatch({ kind: 'camera', on: true }),
    Escape: () => dispatch({ kind: 'next-person' }),
  })
  const active = hits[at]
  return (
    <div className="collect">
      <h1 className="spoken-only">{t('pharmacy.tab.dispense')}</h1>
      <Box
        query={query}
        active={active === undefined ? null : rowId(active)}
        onType={(typed) => dispatch({ kind: 'typed', query: typed })}
      />
      <div className="collect-work">
        <section className="panel collect-list" aria-labelledby="collect-title">
          <h2 id="collect-title" className="heading">
            {asked === '' ? t('pharmacy.find.title') : t('pharmacy.find.found', { count: hits.length })}
          </h2>
          <div className="scroll">
            {answer.kind === 'refused' ? <FaultNote refusal={answer.refusal} /> : null}
            {hits.length === 0 && answer.kind === 'here' ? (
              <p className="collect-empty">
                {asked === '' ? t('pharmacy.find.nobody') : t('pharmacy.find.none', { text: asked })}
              </p>
            ) : null}
            {hits.length === 0 ? null : <HitList hits={hits} at={at} today={today} onOpen={open} />}
          </div>
          {hits.length === 0 ? null : (
            <div className="collect-key">
              <ActionButton kind="go" cap="Enter" onPress={() => open(active)}>
                {t('pharmacy.find.take')}
              </ActionButton>
            </div>
          )}
        </section>
        <aside className="collect-side">
          {scanned === null || camera ? null : <VerdictBox answer={scanned} />}
          {camera ? (
            <CameraPanel onText={onScanText} onClose={() => dispatch({ kind: 'camera', on: false })} />
          ) : (
            <section className="panel scan-invite">
              <ScanPicture />
              <h2>{t('pharmacy.find.scan')}</h2>
              <p className="muted">{t('pharmacy.find.scan-hint')}</p>
              <ActionButton cap="F8" onPress={() => dispatch({ kind: 'camera', on: true })}>
                {t('pharmacy.camera.open')}
              </ActionButton>
            </section>
          )}
          {status.filling ? <FillingNote people={status.people} total={status.peopleTotal} /> : null}
        </aside>
      </div>
    </div>
  )
}
