import { z } from 'zod'

import type { SchemeAnswer } from '../../domain/scheme/answer.ts'
import type { RuleFile } from '../../domain/scheme/rule-file.ts'
import { sayMissing, sayReason } from '../../domain/scheme/say-answer.ts'
import type { Answer } from '../fhir/interaction/answer.ts'
import { FhirRefusal } from '../fhir/problem.ts'
import type { HimsInside } from '../hims.ts'
import { dayInDelhi } from '../world.ts'
import { judgeHere } from './judge-here.ts'

/** `Patient/ID/$schemes`: every scheme's answer as a Parameters resource; `date` asks for another day than today. */
export async function schemesOf({ store, world }: HimsInside, id: string, date: string | null): Promise<Answer> {
  const day = z.iso.date().safeParse(date ?? dayInDelhi(world.now()))
  if (!day.success) throw new FhirRefusal({ status: 400, code: 'value', diagnostics: 'date cannot be read' })
  const judged = await judgeHere(store, id, day.data)
  if (judged === null) throw new FhirRefusal({ status: 404, code: 'not-found', diagnostics: 'No such patient' })
  const { file, answers } = judged
  const parameter = [
    { name: 'rules', valueInteger: file.version },
    { name: 'date', valueDate: day.data },
    ...answers.map((answer) => ({ name: 'scheme', part: partsOf(answer, file) })),
  ]
  return { status: 200, body: { resourceType: 'Parameters', parameter } }
}

const partsOf = ({ scheme, answer, reasons, missing }: SchemeAnswer, file: RuleFile): readonly object[] => [
  { name: 'id', valueCode: scheme },
  { name: 'answer', valueCode: answer },
  ...reasons.map((reason) => ({ name: 'reason', valueString: sayReason(reason, file, 'en') })),
  ...missing.map((each) => ({ name: 'missing', valueString: sayMissing(each, file, 'en') })),
]
