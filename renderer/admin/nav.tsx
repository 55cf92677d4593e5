import { useRef } from 'react'
import { Button } from 'react-aria-components'

import type { Directory } from '../../contract/admin.ts'
import { isOpenOn, worksOn } from '../../domain/hospital/directory.ts'
import { unreachable } from '../../domain/result.ts'
import { useText } from '../text/use-text.tsx'
import { useDrawn } from '../ui/action/drawn.ts'
import { KeyCap } from '../ui/key-cap.tsx'
import { sections } from './admin-state.ts'
import type { Place, Section } from './admin-state.ts'

interface Props {
  readonly place: Place
  readonly directory: Directory
  readonly onGo: (section: Section) => void
}

function countOf(section: Section, { departments, staff, rooms, medicines, refused, today }: Directory): number | null {
  switch (section) {
    case 'department':
      return departments.filter(({ row }) => isOpenOn(row, today)).length
    case 'operator':
      return staff.filter(({ row }) => worksOn(row, today)).length
    case 'room':
      return rooms.filter(({ row }) => row.open).length
    case 'medicine':
      return medicines.given
    case 'overview':
      return refused === 0 ? null : refused
    case 'roster':
    case 'facility':
      return null
    default:
      return unreachable(section)
  }
}

interface SectionProps {
  readonly section: Section
  readonly cap: string
  readonly count: number | null
  readonly current: boolean
  readonly onPress: () => void
}

function SectionButton({ section, cap, count, current, onPress }: SectionProps) {
  const { t } = useText()
  const element = useRef<HTMLButtonElement>(null)
  useDrawn(element, { cap, run: onPress })
  return (
    <Button
      ref={element}
      className="admin-section"
      onPress={onPress}
      {...(current ? { 'aria-current': 'page' as const } : {})}
    >
      <span className="grow label">{t(`admin.section.${section}`)}</span>
      {count === null ? null : <span className="num muted">{count}</span>}
      <KeyCap name={cap} />
    </Button>
  )
}

/** Everything a hospital's directory holds, with how much of it is in use. */
export function Nav({ place, directory, onGo }: Props) {
  const { t } = useText()
  return (
    <nav className="panel admin-nav" aria-label={t('admin.sections')}>
      {sections.map((section, at) => (
        <SectionButton
          key={section}
          section={section}
          cap={`Alt ${at + 1}`}
          count={countOf(section, directory)}
          current={place === section}
          onPress={() => onGo(section)}
        />
      ))}
    </nav>
  )
}
