import { languageOfScript } from '../../domain/language.ts'
import type { Language } from '../../domain/language.ts'
import type { PersonName } from '../../domain/person/person.ts'
import { useText } from '../text/use-text.tsx'

interface Props {
  readonly name: PersonName
  /** `head`: a title, one name under the other. */
  readonly size?: 'head'
  readonly matched?: boolean
}

interface Written {
  readonly text: string
  readonly lang: Language
}

/** A name in both scripts; the one that the page's reader reads comes first. */
export function namesFor(name: PersonName, reader: Language): readonly Written[] {
  const latin: Written = { text: name.latin, lang: 'en' }
  if (name.own === null) return [latin]
  const own: Written = { text: name.own.text, lang: languageOfScript[name.own.script] }
  return own.lang === reader ? [own, latin] : [latin, own]
}

export function PersonNameText({ name, size, matched = false }: Props) {
  const { language } = useText()
  const [first, second] = namesFor(name, language)
  return (
    <span className={size === undefined ? 'names' : `names ${size}`}>
      <bdi className="first" lang={first?.lang}>
        {matched ? <mark>{first?.text}</mark> : first?.text}
      </bdi>
      {second === undefined ? null : (
        <bdi className="second" lang={second.lang}>
          {second.text}
        </bdi>
      )}
    </span>
  )
}
