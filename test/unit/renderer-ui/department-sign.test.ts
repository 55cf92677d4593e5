import assert from 'node:assert/strict'
import { test } from 'node:test'

import { departmentSigns as printed } from '../../../main/print/thermal/department-sign.ts'
import { departmentSigns } from '../../../renderer/ui/icon/department-sign-path.ts'

test('a department has the same sign on screens and on slips', () => assert.deepEqual(departmentSigns, printed))
