import type { Event, Observer, Socket } from 'zeromq'

/** Hands over what happens to a socket, until it is gone for good: closed, its address free. */
export async function lifeOf(events: Observer, hand: (event: Event) => void): Promise<void> {
  while (!events.closed) {
    const event = await events.receive()
    if (event.type !== 'end') hand(event)
  }
}

/** Closes a socket that nobody watches, and waits until the system has its address back. */
export async function closed(socket: Socket): Promise<void> {
  const { events } = socket
  socket.close()
  await lifeOf(events, () => undefined)
}
