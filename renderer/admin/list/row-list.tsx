import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'

import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Field } from '../../ui/field.tsx'
import { KeyCap } from '../../ui/key-cap.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'
import { enter, moveFocus } from '../move-focus.ts'
import type { ListRow } from './list-row.ts'

interface Props {
  readonly title: string
  readonly rows: readonly ListRow[]
  readonly text: string
  /** The row whose form is open. */
  readonly current: string | null
  /** What a row that is out of use is called. */
  readonly unused: string
  readonly head?: ReactNode
  readonly note?: ReactNode
  readonly onType: (text: string) => void
  readonly onOpen: (row: ListRow) => void
  readonly onNew: (() => void) | null
}

/** A list with its search box; arrows go through it from the box on, Enter opens the first or the chosen one. */
export function RowList({ title, rows, text, current, unused, head, note, onType, onOpen, onNew }: Props) {
  const { t, list } = useText()
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [])
  const [first] = rows
  useHotkeys({
    F2: () => box.current?.focus(),
    ArrowDown: () => moveFocus(1),
    ArrowUp: () => moveFocus(-1),
    Enter: () =>
      enter(() => {
        if (first !== undefined) onOpen(first)
      }),
  })
  return (
    <section className="panel admin-list" aria-label={title}>
      <div className="admin-head">
        <h1>{title}</h1>
        {onNew === null ? null : (
          <ActionButton cap="F3" onPress={onNew}>
            {t('admin.key.new')}
          </ActionButton>
        )}
      </div>
      <div className="admin-find">
        {head}
        <Field
          label={t('admin.search')}
          value={text}
          onChange={onType}
          maxLength={100}
          ref={box}
          end={<KeyCap name="F2" />}
        />
      </div>
      {note}
      <Scroll label={title}>
        {rows.length === 0 ? (
          <p className="muted admin-none">{text === '' ? t('admin.none') : t('admin.none-found', { text })}</p>
        ) : null}
        <ul>
          {rows.map((row) => (
            <li key={row.id}>
              <Button
                className="admin-row"
                onPress={() => onOpen(row)}
                {...(row.id === current ? { 'aria-current': 'true' as const } : {})}
              >
                <span className="stack">
                  <b>
                    <bdi>{list([row.title])}</bdi>
                  </b>
                  <span className="meta muted">{row.detail}</span>
                </span>
                <span className="row wrap">
                  {row.inUse ? null : <Chip>{unused}</Chip>}
                  {row.waiting ? <Chip kind="wait">{t('admin.waits')}</Chip> : null}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      </Scroll>
    </section>
  )
}
