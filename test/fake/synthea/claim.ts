import type { Random } from '../fhir/generate.ts'
import { entryOf } from './bundle.ts'
import type { SyntheaEntry } from './bundle.ts'

/** What Synthea writes of plans, procedures and money, which HIMS does not keep. */
export function claims(random: Random, patient: string, clinical: readonly SyntheaEntry[]): readonly SyntheaEntry[] {
  const visits = clinical.filter(({ resource }) => resource['resourceType'] === 'Encounter')
  return visits.flatMap(({ fullUrl }, at) => {
    const subject = { reference: patient }
    const claim = entryOf(random, 'Claim', {
      status: 'active',
      use: 'claim',
      patient: subject,
      created: '2026-01-01',
      item: [{ sequence: 1, productOrService: { text: 'Visit' }, encounter: [{ reference: fullUrl }] }],
      total: { value: 120.5, currency: 'INR' },
    })
    const benefit = entryOf(random, 'ExplanationOfBenefit', {
      contained: [{ resourceType: 'Coverage', id: 'coverage', status: 'active', beneficiary: subject }],
      status: 'active',
      use: 'claim',
      patient: subject,
      claim: { reference: claim.fullUrl },
      outcome: 'complete',
    })
    const procedure = entryOf(random, 'Procedure', {
      status: 'completed',
      code: { coding: [{ system: 'http://snomed.info/sct', code: '430193006', display: 'Medication Reconciliation' }] },
      subject,
      encounter: { reference: fullUrl },
    })
    const team = entryOf(random, 'CareTeam', { status: 'active', subject, encounter: { reference: fullUrl } })
    return at === 0 ? [claim, benefit, procedure, team] : [claim, benefit, procedure]
  })
}
