import { unreachable } from '../../../domain/result.ts'
import type { Resource } from '../resource.ts'
import { termsOfResource } from '../stored-resource.ts'
import type { ResourceType } from '../type-table.ts'
import { passes, satisfied } from './condition.ts'
import type { Condition } from './condition.ts'

/** Whether a resource that was read meets a condition; whose it is was asked of the database. */
export function holds(type: ResourceType, resource: Resource, condition: Condition): boolean {
  switch (condition.kind) {
    case 'ids':
      return condition.ids.includes(resource.id)
    case 'changed':
      return passes(resource.meta.lastUpdated, condition.checks)
    case 'terms':
      return satisfied(termsOfResource(type, resource), condition.any)
    case 'person':
      return true
    default:
      return unreachable(condition)
  }
}
