import { useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'

import type { Language } from '../../../domain/language.ts'
import { useText } from '../../text/use-text.tsx'
import { ActionButton } from '../button.tsx'
import { keyName } from '../hotkey.ts'
import { KeyCap } from '../key-cap.tsx'
import { useKeysAbove } from '../use-hotkeys.ts'
import { listActions, PALETTE_KEY } from './action-list.ts'
import { drawnNow } from './drawn.ts'
import { findActions } from './find-action.ts'
import type { ListedAction } from './find-action.ts'

interface ListProps {
  readonly actions: readonly ListedAction[]
  readonly onChoose: (action: ListedAction) => void
  readonly onClose: () => void
}

const isShortcut = (name: string): boolean => /^(?:F\d+|Alt\+.+|Ctrl\+(?:Enter|\d))$/.test(name)

interface RowProps {
  readonly id: string
  readonly action: ListedAction
  readonly isHere: boolean
  readonly onChoose: () => void
}

function ActionRow({ id, action: { cap, label, under }, isHere, onChoose }: RowProps) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isHere) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isHere])
  return (
    // Keys are heard above the page, wherever the focus is; this is for a finger or a mouse.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events
    <div ref={row} id={id} role="option" tabIndex={-1} aria-selected={isHere} onClick={onChoose}>
      <span>{cap === null ? null : <KeyCap name={cap} />}</span>
      <span>
        {label}
        {under === '' ? null : <small>{under}</small>}
      </span>
    </div>
  )
}

/** Everything that can be done now, narrowed by what is typed. */
function ActionList({ actions, onChoose, onClose }: ListProps) {
  const { t, language } = useText()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const found = findActions(actions, typed, language)
  const here = Math.min(at, Math.max(0, found.length - 1))
  const move = (by: 1 | -1) => setAt((here + by + Math.max(1, found.length)) % Math.max(1, found.length))
  const choose = (action: ListedAction | undefined) => {
    if (action !== undefined) onChoose(action)
  }
  useKeysAbove((event) => {
    const name = keyName(event)
    if (name === 'Escape' || name === PALETTE_KEY) onClose()
    else if (name === 'ArrowDown') move(1)
    else if (name === 'ArrowUp') move(-1)
    else if (name === 'Enter') choose(found[here])
    else if (isShortcut(name)) choose(actions.find(({ key }) => key === name))
    else return 'for-field'
    return true
  })
  const optionId = (index: number) => `${list}-${index}`
  return (
    <>
      <label className="field">
        <span className="label-line">{t('staff.actions.find')}</span>
        <span className="box">
          <input
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-controls={list}
            aria-autocomplete="list"
            {...(found.length === 0 ? {} : { 'aria-activedescendant': optionId(here) })}
            autoComplete="off"
            // It was opened to type into.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
              setAt(0)
            }}
          />
        </span>
      </label>
      <output className="meta">
        {found.length === 0 ? t('staff.actions.none') : t('staff.actions.count', { count: found.length })}
      </output>
      {/* The rows are reached from the box above, which holds the focus (ARIA's combobox pattern). */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div className="action-list" id={list} role="listbox" tabIndex={-1} aria-label={t('staff.actions.title')}>
        {found.map((action, index) => (
          <ActionRow
            key={`${action.cap} ${action.label} ${action.under}`}
            id={optionId(index)}
            action={action}
            isHere={index === here}
            onChoose={() => onChoose(action)}
          />
        ))}
      </div>
    </>
  )
}

interface Opened {
  readonly actions: readonly ListedAction[]
  /** In which their words were read. */
  readonly language: Language
}

/** The key that lists everything that can be done on this page, by its words and with its keys. */
export function AllActions() {
  const { t, language } = useText()
  const [opened, setOpened] = useState<Opened | null>(null)
  // The page speaks another language: what stands on its buttons now is read again.
  useEffect(() => {
    if (opened === null || opened.language === language) return undefined
    const again = setTimeout(() => setOpened({ language, actions: listActions(drawnNow()) }))
    return () => clearTimeout(again)
  }, [opened, language])
  const close = () => setOpened(null)
  return (
    <>
      <ActionButton
        kind="bare"
        cap={PALETTE_KEY}
        onPress={() => setOpened({ language, actions: listActions(drawnNow()) })}
      >
        {t('staff.actions.title')}
      </ActionButton>
      <ModalOverlay
        className="palette-ground"
        isOpen={opened !== null}
        isDismissable
        onOpenChange={(isOpen) => {
          if (!isOpen) close()
        }}
      >
        <Modal className="palette">
          <Dialog aria-label={t('staff.actions.title')}>
            {opened === null ? null : (
              <ActionList
                actions={opened.actions}
                onClose={close}
                onChoose={({ run }) => {
                  // The page has to be itself again before anything is done to it.
                  flushSync(close)
                  run()
                }}
              />
            )}
            <div className="row">
              <ActionButton cap="Esc" onPress={close}>
                {t('staff.actions.close')}
              </ActionButton>
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  )
}
