import { useMemo } from 'react'
import type { ReactNode } from 'react'

import { languageOfScript } from '../../domain/language.ts'
import type { Language } from '../../domain/language.ts'
import type { Person } from '../../domain/person/person.ts'
import { textIn } from '../../domain/text/catalogue.ts'
import type { MessageId } from '../../domain/text/catalogue.ts'
import { useText } from '../text/use-text.tsx'
import { dayText } from './format.ts'
import { Guilloche } from './guilloche.tsx'
import { Mark } from './icon/mark.tsx'
import { qrPath } from './qr-path.ts'

interface Props {
  readonly person: Person
  /** The second language of the card, beside English. */
  readonly language: Language
  readonly shortCode: string
  /** The text of its QR symbol. */
  readonly code: string
  readonly issued: string
  readonly expires: string
}

const LONG = 19
const LONGEST = 34

const sizeOf = (text: string): string => (text.length > LONGEST ? ' longest' : text.length > LONG ? ' long' : '')

function Both({ id, language }: { readonly id: MessageId; readonly language: Language }) {
  const own = language === 'en' ? 'hi' : language
  return (
    <small>
      {textIn('en')(id)} <span lang={own}>{textIn(own)(id)}</span>
    </small>
  )
}

const Fact = ({ id, language, children, wide = false }: FactProps) => (
  <div className={wide ? 'wide' : ''}>
    <Both id={id} language={language} />
    <b>{children}</b>
  </div>
)

interface FactProps {
  readonly id: MessageId
  readonly language: Language
  readonly children: ReactNode
  readonly wide?: boolean
}

/** Modules of quiet ground on each side. */
const QUIET = 4

function Code({ text }: { readonly text: string }) {
  const { t } = useText()
  const { size, path } = useMemo(() => qrPath(text), [text])
  const box = `${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`
  return (
    <figure className="card-code" aria-label={t('common.card.code')}>
      <svg viewBox={box} shapeRendering="crispEdges" aria-hidden="true">
        <path d={path} />
      </svg>
    </figure>
  )
}

/** A preview of the e-health card at true proportion, with the code that it carries. */
export function CardFace({ person, language, shortCode, code, issued, expires }: Props) {
  const en = textIn('en')
  const own = language === 'en' ? 'hi' : language
  const t = textIn(own)
  const { name, birth } = person
  return (
    <div className="card-face paper" lang="en" dir="ltr">
      <div className="sheet">
        <Guilloche stroke="#0B5A63" opacity={0.12} />
        <div className="card-head">
          <Mark />
          <span className="issuer">
            <span>{en('common.card.issuer')}</span>
            <span lang={own}>{t('common.card.issuer')}</span>
          </span>
          <span className="kind">
            <span>{en('common.card.kind')}</span>
            <span lang={own}>{t('common.card.kind')}</span>
          </span>
        </div>
        <div className={`card-name${sizeOf(name.latin)}`}>
          {name.own === null ? null : <span lang={languageOfScript[name.own.script]}>{name.own.text}</span>}
          <span>{name.latin}</span>
        </div>
        <div className="card-facts">
          <Fact id="common.card.born" language={language}>
            {birth.kind === 'date' ? dayText(en, birth.on) : String(Number(birth.asOf.slice(0, 4)) - birth.years)}
          </Fact>
          <Fact id="common.card.sex" language={language}>
            {en(`common.sex.${person.sex}`)} <span lang={own}>{t(`common.sex.${person.sex}`)}</span>
          </Fact>
          {person.guardian === null ? null : (
            <Fact id={`card.relation.${person.guardian.relation}`} language={language} wide>
              <span className={`card-guardian${sizeOf(person.guardian.name)}`}>{person.guardian.name}</span>
            </Fact>
          )}
        </div>
        <div className="card-number">
          <Both id="common.card.number" language={language} />
          <b>{shortCode}</b>
        </div>
        <Code text={code} />
        <div className="card-days">
          <span>{en('common.card.issued', { day: dayText(en, issued) })}</span>
          <span>{en('common.card.expires', { day: dayText(en, expires) })}</span>
        </div>
      </div>
    </div>
  )
}
