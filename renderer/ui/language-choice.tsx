import { useEffect, useRef, useState } from 'react'
import type { FocusEvent } from 'react'
import { flushSync } from 'react-dom'
import { Button } from 'react-aria-components'

import { languages } from '../../domain/language.ts'
import type { Language } from '../../domain/language.ts'
import { useText } from '../text/use-text.tsx'
import { Icon } from './icon/icon.tsx'
import { Segmented } from './segmented.tsx'
import { useHotkeys } from './use-hotkeys.ts'
import { useWayBack } from './use-way-back.ts'

/** Each language names itself in its own script. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  hi: 'हिन्दी',
  pa: 'ਪੰਜਾਬੀ',
  ur: 'اردو',
}

interface Props {
  readonly onChoose: (language: Language) => void
}

interface OpenProps extends Props {
  readonly onClose: () => void
  /** Somebody has gone elsewhere. */
  readonly onLeave: () => void
}

function OpenChoice({ onChoose, onClose, onLeave }: OpenProps) {
  const { t, language } = useText()
  const place = useRef<HTMLDivElement>(null)
  useHotkeys({ Escape: onClose })
  useEffect(() => place.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), [])
  const left = ({ currentTarget, relatedTarget }: FocusEvent<HTMLDivElement>) => {
    if (!currentTarget.contains(relatedTarget)) onLeave()
  }
  return (
    <div ref={place} onBlur={left}>
      <Segmented
        label={t('common.language.choose')}
        quiet
        className="language-choice"
        segments={languages.map((each) => ({ value: each, label: languageNames[each], lang: each }))}
        value={language}
        onChange={(chosen) => {
          onChoose(chosen)
          onClose()
        }}
      />
    </div>
  )
}

/** The language of the page, beside its sign; pressed, the four stand open in the same place. */
export function LanguageChoice({ onChoose }: Props) {
  const { t, language } = useText()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const back = useWayBack(button)
  const close = () => {
    flushSync(() => setOpen(false))
    back()
  }
  if (open) return <OpenChoice onChoose={onChoose} onClose={close} onLeave={() => setOpen(false)} />
  return (
    <Button
      ref={button}
      className="top-item"
      onPress={() => setOpen(true)}
      aria-label={t('common.language', { name: languageNames[language] })}
    >
      <Icon name="language" />
      <span>{languageNames[language]}</span>
    </Button>
  )
}
