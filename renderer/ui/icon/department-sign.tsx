import { departmentSigns } from '../../../domain/hospital/department-sign.ts'
import type { Department } from '../../../domain/hospital/facility.ts'

/** A department's sign as it hangs over its door: white on its dark square, the same on slips. */
export const DepartmentSign = ({ sign }: Pick<Department, 'sign'>) => (
  <span className="sign">
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={departmentSigns[sign].join('')} />
    </svg>
  </span>
)
