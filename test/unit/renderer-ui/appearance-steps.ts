import { plainAppearance, sized } from '../../../renderer/ui/appearance.ts'

/** The text sizes met when a key is pressed some times. */
export function appearanceSteps(by: 1 | -1, times: number): readonly number[] {
  let appearance = plainAppearance
  return Array.from({ length: times }, () => {
    appearance = sized(appearance, by)
    return appearance.percent
  })
}
