import { useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'

import type { PlaceFound } from '../../../contract/register.ts'
import { useText } from '../../text/use-text.tsx'
import { latest, useAnswer } from '../../ui/use-answer.ts'
import { useDelayed } from '../../ui/use-delayed.ts'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { Written } from '../../ui/written.tsx'
import type { DraftText } from './draft.ts'
import { moveInForm } from './move-in-form.ts'

const PAUSE = 60

interface ListProps {
  readonly id: string
  readonly places: readonly PlaceFound[]
  readonly at: number
  readonly onMove: (at: number) => void
  readonly onTake: (place: PlaceFound) => void
  readonly onClose: () => void
}

export const placeId = (list: string, at: number): string => `${list}-${at}`

/** A list that opens at the foot of the form is brought up whole, by its last row. */
const inSight = (row: HTMLElement | null): void => row?.scrollIntoView({ block: 'nearest' })

/** The open list: its keys go before those of the form while it is there. */
function PlaceList({ id, places, at, onMove, onTake, onClose }: ListProps) {
  const { t, list } = useText()
  const chosen = places[at]
  useHotkeys({
    ArrowDown: () => onMove(Math.min(places.length - 1, at + 1)),
    ArrowUp: () => onMove(Math.max(-1, at - 1)),
    Enter: chosen === undefined ? undefined : () => onTake(chosen),
    Escape: onClose,
  })
  return (
    <div
      id={id}
      // The box above points into it and keeps the focus (ARIA's combobox pattern).
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      tabIndex={-1}
      className="place-list"
      aria-label={t('register.places')}
    >
      {places.map((place, row) => (
        <div
          key={`${place.locality} ${place.ward ?? ''}`}
          id={placeId(id, row)}
          ref={row === places.length - 1 ? inSight : null}
          // The keyboard chooses through the box above.
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="option"
          tabIndex={-1}
          aria-selected={row === at}
          className="place"
          onPointerDown={(event) => {
            event.preventDefault()
            onTake(place)
          }}
        >
          <Written className="strong" text={place.locality} />
          <span className="meta muted">
            {list([
              place.ward ?? '',
              place.district === null ? '' : t(`common.district.${place.district}`),
              place.pin ?? '',
            ])}
          </span>
        </div>
      ))}
    </div>
  )
}

const ENOUGH = 3

/** The one place that what is typed can only mean, so that Enter takes it; of several somebody chooses. */
function likelyAt(typed: string, [first, ...others]: readonly PlaceFound[]): number {
  const start = typed.trim().toLowerCase()
  const begins = ({ locality }: PlaceFound) => locality.toLowerCase().startsWith(start)
  if (start.length < ENOUGH || first === undefined || !begins(first)) return -1
  return first.used || !others.some(begins) ? 0 : -1
}

interface Props {
  readonly draft: Pick<DraftText, 'locality' | 'ward' | 'district' | 'pin'>
  readonly change: (some: Partial<DraftText>) => void
  readonly places: (text: string) => Promise<readonly PlaceFound[]>
  readonly end: ReactNode
}

/** A colony or village with what this desk and the table know of it; whatever else is typed stays as it is. */
export function PlaceField({ draft, change, places, end }: Props) {
  const { t } = useText()
  const id = useId()
  const box = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const [moved, setMoved] = useState<{ readonly typed: string; readonly at: number } | null>(null)
  const typed = useDelayed(draft.locality.trim(), PAUSE)
  const found = latest(useAnswer(open ? `place ${typed}` : null, () => places(typed))) ?? []
  // One that is taken already is no suggestion.
  const shown = found.filter(({ locality, pin }) => locality !== draft.locality || (pin ?? '') !== draft.pin)
  const isOpen = open && shown.length > 0
  const chosen = Math.min(moved?.typed === typed ? moved.at : likelyAt(draft.locality, shown), shown.length - 1)
  const take = ({ locality, ward, district, pin }: PlaceFound) => {
    change({
      locality,
      ward: ward ?? draft.ward,
      district: district ?? draft.district,
      pin: pin ?? draft.pin,
    })
    setOpen(false)
    moveInForm(box.current?.closest<HTMLElement>('.form-grid') ?? null, 1)
  }
  return (
    <div className="field place-field">
      <label className="label-line" htmlFor={id}>
        {t('desk.new.locality')}
      </label>
      <div className="box">
        <input
          ref={box}
          id={id}
          value={draft.locality}
          onChange={(event) => {
            change({ locality: event.currentTarget.value })
            setOpen(true)
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          {...(isOpen && chosen >= 0 ? { 'aria-activedescendant': placeId(`${id}-list`, chosen) } : {})}
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          {...(draft.locality === '' ? {} : { dir: 'auto' })}
        />
        {end}
      </div>
      {isOpen ? (
        <PlaceList
          id={`${id}-list`}
          places={shown}
          at={chosen}
          onMove={(row) => setMoved({ typed, at: row })}
          onTake={take}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  )
}
