import type { FourTexts } from '../../../domain/language.ts'
import { DepartmentSign } from '../../ui/icon/department-sign.tsx'
import { FloorLine } from '../pictogram/way.tsx'
import { placeOf } from '../place.ts'
import { useText } from '../../text/use-text.tsx'
import type { Token } from '../state.ts'
import { textIn } from '../../../domain/text/catalogue.ts'

interface Props {
  readonly token: Token
  readonly place: FourTexts | null
  readonly moving: boolean
}

/** The slip as it comes out of the slot, without the code that is on the paper: nothing here can be photographed. */
export function SlipDrawing({ token: { label, department, expected }, place, moving }: Props) {
  const { language, t } = useText()
  const other = language === 'en' ? 'hi' : 'en'
  return (
    <div className={moving ? 'out moving' : 'out'} aria-hidden="true">
      <div className="slot" />
      <div className="slip">
        <div className="slip-head">
          <span>{place?.[language] ?? ''}</span>
          <span lang={other}>{place?.[other] ?? ''}</span>
        </div>
        <div className="slip-token">{label}</div>
        <div className="slip-where">
          <DepartmentSign sign={department.sign} />
          <span>
            <b>{department.name[language]}</b>
            <strong>{placeOf(department, t)}</strong>
            <span lang={other} className="other">
              {department.name[other]}, {placeOf(department, textIn(other))}
            </span>
          </span>
        </div>
        <div className="slip-line">
          <FloorLine line={department.line} />
          <span>{t(`paper.line.${department.line}`)}</span>
        </div>
        {expected === null ? null : (
          <div className="slip-time">
            <b>{t('kiosk.between', { from: expected.from, to: expected.to })}</b>
            <span>{t('kiosk.before', { count: expected.before })}</span>
          </div>
        )}
      </div>
    </div>
  )
}
