import { I18nProvider as CatalogueProvider } from '@lingui/react'
import { createContext, useContext, useLayoutEffect, useMemo } from 'react'
import type { ReactNode } from 'react'
import { I18nProvider as LocaleProvider } from 'react-aria-components'

import { directionOf } from '../../domain/language.ts'
import type { Language } from '../../domain/language.ts'
import { catalogueFor } from '../../domain/text/catalogue.ts'
import type { Text } from '../../domain/text/catalogue.ts'
import { isolated, isolatedValue } from './isolate.ts'

const locales: Readonly<Record<Language, string>> = { en: 'en-IN', hi: 'hi-IN', pa: 'pa-IN', ur: 'ur-PK' }

export interface Spoken {
  readonly t: Text
  /** Parts in a row, each in its own direction, with commas or else `joint` between; empty ones are left out. */
  readonly list: (parts: readonly string[], joint?: string) => string
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
}

const SpokenContext = createContext<Spoken | null>(null)

/** The texts of the page's language: `const { t } = useText()`. */
export function useText(): Spoken {
  const spoken = useContext(SpokenContext)
  if (spoken === null) throw new Error('No TextProvider above this component')
  return spoken
}

interface Props {
  readonly language: Language
  readonly children: ReactNode
}

/** Speaks one language to everything inside, and tells the document its language and direction. */
export function TextProvider({ language, children }: Props) {
  const i18n = useMemo(() => catalogueFor(language), [language])
  const spoken = useMemo((): Spoken => {
    const direction = directionOf(language)
    const t: Text = (id, values) => {
      if (values === undefined || direction === 'ltr') return i18n._(id, values)
      return i18n._(id, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolatedValue(value)])))
    }
    const list = (parts: readonly string[], joint = t('common.comma')) =>
      parts
        .filter((part) => part !== '')
        .map((part) => (direction === 'ltr' ? part : isolated(part)))
        .join(joint)
    return { t, list, language, direction }
  }, [i18n, language])
  useLayoutEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = spoken.direction
  }, [language, spoken.direction])
  return (
    <SpokenContext value={spoken}>
      <CatalogueProvider i18n={i18n}>
        <LocaleProvider locale={locales[language]}>{children}</LocaleProvider>
      </CatalogueProvider>
    </SpokenContext>
  )
}
