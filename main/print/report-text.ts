import type { ShiftReport } from '../../domain/print/document.ts'

type Difference = ShiftReport['differences'][number]

/** The message that says where tokens and papers do not agree. */
export const differenceId = ({ kind, paper }: Pick<Difference, 'kind' | 'paper'>) =>
  kind === 'token-without-paper'
    ? (`day.difference.token-without-paper.${paper ?? 'none'}` as const)
    : (`day.difference.${kind}` as const)
