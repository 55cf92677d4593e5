import type { Department } from '../../../domain/hospital/facility.ts'
import { Press, Question } from '../control.tsx'
import { DepartmentSign } from '../../ui/icon/department-sign.tsx'
import { BackPicture } from '../pictogram/thing.tsx'
import { FloorLine } from '../pictogram/way.tsx'
import { placeOf } from '../place.ts'
import { useText } from '../../text/use-text.tsx'

interface Props {
  readonly departments: readonly Department[]
  /** The code of the one just chosen, while its number is on the way. */
  readonly chosen: string | null
  readonly choose: (code: string) => void
  readonly back: () => void
}

const Tile = ({
  department,
  first,
  choose,
  held,
}: {
  readonly department: Department
  readonly first: boolean
  readonly held: boolean
  readonly choose: () => void
}) => {
  const { language, t } = useText()
  return (
    <Press className={held ? 'department held' : 'department'} first={first} onPress={choose}>
      <DepartmentSign sign={department.sign} />
      <span className="words">
        <b>{department.name[language]}</b>
        <small>{placeOf(department, t)}</small>
      </span>
      <span className="line-end">
        <FloorLine line={department.line} />
        <span>{t(`kiosk.line.${department.line}`)}</span>
      </span>
    </Press>
  )
}

export function DepartmentScreen({ departments, chosen, choose, back }: Props) {
  const { t } = useText()
  return (
    <main className="screen" aria-labelledby="question" aria-busy={chosen !== null}>
      <Question
        title={chosen === null ? t('kiosk.department.title') : t('kiosk.issuing')}
        hint={t('kiosk.department.hint')}
      />
      <div className="kiosk-body">
        <div className={departments.length > 6 ? 'departments many' : 'departments'}>
          {departments.map((department, index) => (
            <Tile
              key={department.code}
              department={department}
              first={index === 0}
              held={chosen === department.code}
              choose={() => choose(department.code)}
            />
          ))}
        </div>
        <div className="acts">
          <Press className="act" onPress={back}>
            <BackPicture />
            <span>{t('kiosk.back')}</span>
          </Press>
        </div>
      </div>
    </main>
  )
}
