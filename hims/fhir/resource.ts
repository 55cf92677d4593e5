import type { Resource as AnyResource } from '../../domain/fhir/vocabulary.ts'
import type { ResourceType } from './type-table.ts'

/** A resource of one of the types that this HIMS speaks. */
export type Resource = AnyResource<ResourceType>
