const nothing = (): void => undefined

/**
 * The library has two canvases for each pane and axis: the upper one holds the crosshair alone, and
 * is cleared with every picture. A browser copies each canvas that anything was done to, so that
 * clearing what is clear costs as much as drawing it.
 *
 * @param on whether there is a crosshair. Without one the upper canvases are neither seen nor
 * cleared; the next crosshair clears them of the last one.
 */
export function showCrosshair(container: HTMLElement, on: boolean): void {
  container.classList.toggle('chart-crossed', on)
  for (const canvas of container.querySelectorAll<HTMLCanvasElement>('canvas + canvas')) {
    const context = canvas.getContext('2d')
    if (context === null) continue
    if (on) Reflect.deleteProperty(context, 'clearRect')
    else context.clearRect = nothing
  }
}
