/**
 * `refused`: the system said no. `busy`: another program has it. `none`: there is no camera, or it was pulled out.
 * `failed`: the decoder could not be started, or broke.
 */
export type CameraState = 'asking' | 'live' | 'none' | 'refused' | 'busy' | 'failed'

/** A state in which nothing will be read until the camera is started again. */
export const isCameraProblem = (state: CameraState): state is Exclude<CameraState, 'asking' | 'live'> =>
  state !== 'asking' && state !== 'live'

/** One can be plugged in, and the other program can be closed. */
export const mayComeBack = (state: CameraState): boolean => state === 'none' || state === 'busy'
