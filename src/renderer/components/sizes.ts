/** Size of an element in CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

type Told = (size: Size) => void

const told = new WeakMap<Element, Told>()
let observer: ResizeObserver | undefined

/** One observer for the whole page: sizes come from it, and are never read within a frame. */
export function observeSize(element: Element, tell: Told): () => void {
  observer ??= new ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      told.get(target)?.({ width: contentRect.width, height: contentRect.height })
    }
  })
  told.set(element, tell)
  observer.observe(element)
  return () => {
    observer?.unobserve(element)
    told.delete(element)
  }
}
