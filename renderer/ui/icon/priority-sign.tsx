import { prioritySigns } from '../../../domain/hospital/priority-sign.ts'
import type { Priority } from '../../../domain/hospital/visit-event.ts'
import { useText } from '../../text/use-text.tsx'

/** Why somebody is seen before others: a sign and its word; nothing for whoever waits in turn. */
export function PriorityMark({ priority }: { readonly priority: Priority }) {
  const { t } = useText()
  if (priority === 'none') return null
  return (
    <span className={`priority ${priority}`}>
      <PrioritySign priority={priority} />
      <span>{t(`visit.priority.${priority}`)}</span>
    </span>
  )
}

export const PrioritySign = ({ priority }: { readonly priority: Exclude<Priority, 'none'> }) => (
  <svg
    className="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={prioritySigns[priority].join('')} />
  </svg>
)
