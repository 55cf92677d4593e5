import type { Operator } from '../../../domain/hospital/operator.ts'
import { OperatorId } from '../../../domain/id.ts'

/** An operator before the PIN is hashed. These PINs are printed in the guide: they protect invented people only. */
export interface DemoOperator {
  readonly operator: Omit<Operator, 'pin'>
  readonly pin: string
}

const demo = (id: string, name: string, roles: Operator['roles'], pin: string): DemoOperator => ({
  operator: { id: OperatorId.parse(id), name, roles },
  pin,
})

const doctor = (id: string, name: string, department: string, pin: string): DemoOperator => {
  const { operator } = demo(id, name, ['doctor'], pin)
  return { operator: { ...operator, department }, pin }
}

export const staff: readonly DemoOperator[] = [
  demo('sunita-devi', 'Sunita Devi', ['clerk'], '271828'),
  demo('harpreet-kaur', 'Harpreet Kaur', ['clerk'], '161803'),
  demo('arvind-negi', 'Arvind Negi', ['pharmacist'], '314159'),
  demo('shabnam-khan', 'Shabnam Khan', ['clerk', 'pharmacist', 'supervisor'], '141421'),
  demo('ravi-kumar', 'Ravi Kumar', ['administrator'], '235813'),
  doctor('meena-rao', 'Dr Meena Rao', 'medicine', '577215'),
  doctor('imran-ali', 'Dr Imran Ali', 'medicine', '662607'),
]
