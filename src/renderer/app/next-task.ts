/**
 * For what follows a frame: called within a frame, it calls in the first task after it, when the
 * frame was laid out and handed over. In the order in which it was called.
 */
export function nextTask(): (call: () => void) => void {
  const calls: (() => void)[] = []
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', () => calls.shift()?.())
  port1.start()
  return (call) => {
    calls.push(call)
    port2.postMessage(undefined)
  }
}
