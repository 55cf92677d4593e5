import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

import { useText } from '../../text/use-text.tsx'
import { Icon } from '../../ui/icon/icon.tsx'

interface Props {
  readonly query: string
  readonly onType: (query: string) => void
  readonly end: ReactNode
  /** The row the list stands on, for screen readers; the focus stays here. */
  readonly activeRow: string | null
}

export const RESULTS = 'results'

/** The one place to type on the desk's first page. It takes the focus whenever it comes into view. */
export function SearchBox({ query, onType, end, activeRow }: Props) {
  const { t } = useText()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <label className="search-box">
      <Icon name="search" />
      <span className="spoken-only">{t('desk.find.label')}</span>
      <input
        ref={box}
        id="search"
        value={query}
        onChange={(event) => onType(event.currentTarget.value)}
        placeholder={t('desk.find.placeholder')}
        role="combobox"
        aria-expanded={activeRow !== null}
        aria-controls={RESULTS}
        {...(activeRow === null ? {} : { 'aria-activedescendant': activeRow })}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        {...(query === '' ? {} : { dir: 'auto' })}
      />
      {end}
    </label>
  )
}
