import type { CdpSession } from './cdp.ts'

/** A browser's zoom: fewer, larger CSS pixels in the same window, so that a page lays itself out anew. */
export function createZoom() {
  let factor = 1
  return {
    get: () => factor,
    set(wanted: number): void {
      if (!(wanted > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0")
      factor = wanted
    },
    async apply(session: CdpSession): Promise<void> {
      await session.send('Emulation.clearDeviceMetricsOverride')
      if (factor === 1) return
      const { cssLayoutViewport } = await session.send('Page.getLayoutMetrics')
      const ratio = await session.send('Runtime.evaluate', { expression: 'devicePixelRatio', returnByValue: true })
      await session.send('Emulation.setDeviceMetricsOverride', {
        width: Math.round(cssLayoutViewport.clientWidth / factor),
        height: Math.round(cssLayoutViewport.clientHeight / factor),
        deviceScaleFactor: Number(ratio.result.value) * factor,
        mobile: false,
      })
    },
  }
}
