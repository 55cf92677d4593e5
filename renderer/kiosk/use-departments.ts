import { useEffect, useState } from 'react'

import type { Department } from '../../domain/hospital/facility.ts'
import type { KioskWorld } from './world.ts'

/** Where the hospital can send a visitor; read again when its list changes. */
export function useDepartments(hims: KioskWorld['hims'], open: boolean): readonly Department[] {
  const [departments, setDepartments] = useState<readonly Department[]>([])
  useEffect(() => {
    if (!open) return undefined
    const read = () => {
      hims.ask['kiosk.departments']({}).then(setDepartments, () => undefined)
    }
    read()
    return hims.listen('changed', ({ tables }) => {
      if (tables.includes('department')) read()
    })
  }, [hims, open])
  return departments
}
