/** The two IPC names this product uses; everything else is refused by not existing. */
export const ASK = 'hims:ask'
export const TELL = 'hims:tell'
