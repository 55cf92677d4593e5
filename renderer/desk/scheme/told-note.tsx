import { unreachable } from '../../../domain/result.ts'
import { useText } from '../../text/use-text.tsx'
import { FaultNote } from '../../ui/fault-note.tsx'
import { NotSavedNote } from '../../ui/not-saved-note.tsx'
import { Note } from '../../ui/note.tsx'
import type { SchemeTold } from './use-scheme-work.ts'

/** Says in place what was done, or what could not be and what to do next. */
export function SchemeToldNote({ told }: { readonly told: SchemeTold }) {
  const { t } = useText()
  switch (told.kind) {
    case 'refused':
      return <FaultNote refusal={told.refusal} />
    case 'not-saved':
      return <NotSavedNote cause={told.cause} />
    case 'gone':
    case 'not-yes':
      return (
        <Note kind="care" title={t(`scheme.desk.${told.kind}`)}>
          <p className="meta">{t(`scheme.desk.${told.kind}.next`)}</p>
        </Note>
      )
    case 'printing':
      return (
        <Note kind="wait" title={t('scheme.desk.printing')}>
          <p className="meta">{t('scheme.desk.printing.next')}</p>
        </Note>
      )
    case 'noted':
    case 'confirmed':
      return <Note kind="ok" title={t(`scheme.desk.${told.kind}`, { name: told.name })} />
    case 'taken-back':
      return <Note kind="ok" title={t('scheme.desk.taken-back')} />
    default:
      return unreachable(told)
  }
}
