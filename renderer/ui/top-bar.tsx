import { memo, useRef } from 'react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'

import type { TerminalStatus } from '../../contract/shell.ts'
import type { Language } from '../../domain/language.ts'
import { useText } from '../text/use-text.tsx'
import { useDrawn } from './action/drawn.ts'
import { clockText } from './format.ts'
import { Icon } from './icon/icon.tsx'
import { Mark } from './icon/mark.tsx'
import { KeyCap } from './key-cap.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { useSteady } from './use-steady.ts'
import { Written } from './written.tsx'

export interface Tab {
  readonly key: string
  readonly label: string
  readonly cap: string
  readonly current: boolean
  readonly onPress: () => void
}

interface Props {
  readonly status: TerminalStatus
  readonly now: Date
  readonly tabs: readonly Tab[]
  readonly onLanguage: (language: Language) => void
  readonly onLock?: () => void
  /** Figures of the day. */
  readonly pace?: ReactNode
}

const TabButton = ({ onPress, ...look }: Tab) => <DrawnTab {...look} press={useSteady(onPress)} />

interface DrawnTabProps extends Pick<Tab, 'label' | 'cap' | 'current'> {
  readonly press: (() => void) | undefined
}

const DrawnTab = memo(function DrawnTab({ label, cap, current, press }: DrawnTabProps) {
  const element = useRef<HTMLButtonElement>(null)
  useDrawn(element, { cap, run: press })
  return (
    <Button
      ref={element}
      className="tab"
      {...(press === undefined ? {} : { onPress: press })}
      {...(current ? { 'aria-current': 'page' as const } : {})}
    >
      {label}
      <KeyCap name={cap} />
    </Button>
  )
})

/** Leaves the page to somebody else, or to nobody; the work stays whose it is. */
function LockButton({ name, onLock }: { readonly name: string; readonly onLock: () => void }) {
  const { t } = useText()
  const element = useRef<HTMLButtonElement>(null)
  useDrawn(element, { cap: 'Alt 0', run: onLock })
  return (
    <Button ref={element} className="top-item" onPress={onLock}>
      <Icon name="person" />
      <Written text={name} />
      <span className="sub label">{t('common.lock')}</span>
      <KeyCap name="Alt 0" />
    </Button>
  )
}

/** Which hospital and counter this is, where you are in it, who works here, and the time. */
export function TopBar({ status, now, tabs, onLanguage, onLock, pace }: Props) {
  const { t, language } = useText()
  const role = t(`common.role.${status.role}`)
  return (
    <header className="top-bar">
      <Mark />
      <div className="place">
        <b>{status.facility?.name[language] ?? t('common.product')}</b>
        <span className="sub">{status.label === '' ? role : t('common.place', { role, label: status.label })}</span>
      </div>
      <nav className="tabs" aria-label={t('common.tabs')}>
        {tabs.map((tab) => (
          <TabButton {...tab} key={tab.key} />
        ))}
      </nav>
      <span className="grow" />
      <span className="pace">{pace}</span>
      <div className="top-divided">
        <LanguageChoice onChoose={onLanguage} />
      </div>
      {status.session.kind === 'unlocked' && onLock !== undefined ? (
        <div className="top-divided">
          <LockButton name={status.session.name} onLock={onLock} />
        </div>
      ) : null}
      <b className="num clock">{clockText(now)}</b>
    </header>
  )
}
