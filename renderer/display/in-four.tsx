import { languages } from '../../domain/language.ts'
import type { Language } from '../../domain/language.ts'
import { textIn } from '../../domain/text/catalogue.ts'
import type { MessageId, Values } from '../../domain/text/catalogue.ts'

/** The order in which a waiting room reads them: what most read here first. */
export const spoken: readonly Language[] = ['hi', 'pa', 'ur', 'en']

const left: ReadonlySet<Language> = new Set(languages.filter((language) => language !== 'ur'))

/** One text in one language, with its own font and direction. */
export const Said = ({
  language,
  id,
  values,
}: {
  readonly language: Language
  readonly id: MessageId
  readonly values?: Values
}) => (
  <span lang={language} dir={left.has(language) ? 'ltr' : 'rtl'}>
    {textIn(language)(id, values)}
  </span>
)

/** One text in all four languages in a row. */
export const InFour = ({ id }: { readonly id: MessageId }) => (
  <>
    {spoken.map((language, at) => (
      <span key={language}>
        {at === 0 ? '' : ' · '}
        <Said language={language} id={id} />
      </span>
    ))}
  </>
)
