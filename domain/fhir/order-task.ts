import type { Question } from '../pharmacy/order-state.ts'
import { metaOf } from './place.ts'
import { system } from './vocabulary.ts'
import type { Resource } from './vocabulary.ts'

/** Why a pharmacist asks, and what a prescriber answers. */
export const questionSystem = { why: 'urn:hims:question', answer: 'urn:hims:answer' } as const

/** What a reader of a question has to look up. */
export interface Known {
  readonly person: string
  readonly prescriber: string
  /** The concept of the medicine that is proposed. */
  readonly proposed: object | null
  readonly changedAt: string
}

const statusOf = ({ answer, withdrawn }: Question): string =>
  answer !== null ? 'completed' : withdrawn ? 'cancelled' : 'requested'

/**
 * A pharmacist's question to the prescriber as FHIR R4 Task on the MedicationRequest it is about; the answer is its output,
 * and another order in its place stands there as a reference.
 */
export function questionTaskOf(
  question: Question,
  { person, prescriber, proposed, changedAt }: Known,
): Resource<'Task'> {
  const { asked, answer, withdrawn } = question
  const version = 1 + Number(answer !== null) + Number(withdrawn)
  return {
    resourceType: 'Task',
    id: asked.id,
    meta: metaOf({ version, changedAt }),
    groupIdentifier: { system: system.prescription, value: asked.prescriptionId },
    status: statusOf(question),
    intent: 'order',
    code: { coding: [{ system: questionSystem.why, code: asked.why }] },
    ...(asked.words === '' ? {} : { description: asked.words }),
    focus: { reference: `MedicationRequest/${asked.itemId}` },
    for: { reference: `Patient/${person}` },
    authoredOn: asked.at,
    lastModified: answer?.at ?? asked.at,
    requester: { display: asked.by },
    owner: { display: prescriber },
    ...(asked.instead === null
      ? {}
      : {
          input: [
            { type: { text: 'proposed medicine' }, valueCodeableConcept: proposed ?? { text: asked.instead.medicine } },
            { type: { text: 'proposed quantity' }, valueQuantity: { value: asked.instead.quantity } },
          ],
        }),
    ...(answer === null
      ? {}
      : {
          output: [
            {
              type: { text: 'answer' },
              valueCodeableConcept: { coding: [{ system: questionSystem.answer, code: answer.answer }] },
            },
            ...(answer.words === '' ? [] : [{ type: { text: 'words' }, valueString: answer.words }]),
            ...(answer.replacedBy === null
              ? []
              : [
                  {
                    type: { text: 'order in its place' },
                    valueIdentifier: { system: system.prescription, value: answer.replacedBy },
                  },
                ]),
          ],
          note: [{ authorString: answer.by, text: answer.words === '' ? answer.answer : answer.words }],
        }),
  }
}
