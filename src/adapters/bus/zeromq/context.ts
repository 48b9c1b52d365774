import { Context } from 'zeromq'

/**
 * One I/O thread serves all buses of a process. Not the library's own context: nobody else's
 * sockets are answered by the gatekeeper of this one, and its end waits for no unsent frame.
 */
export const context = new Context({ blocky: false })
