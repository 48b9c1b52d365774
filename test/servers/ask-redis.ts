import { connect } from 'node:net'

/**
 * Sends one inline command over a connection of its own.
 *
 * @returns the first line of the answer, or of the value; or the code of the error.
 */
export function askRedis(port: number, command: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${command}\r\n`))
    let said = ''
    socket.once('error', (error) => resolve('code' in error ? String(error.code) : error.message))
    socket.on('data', (data) => {
      said += data.toString()
      if (!said.endsWith('\r\n')) return
      const [first = '', second = ''] = said.split('\r\n')
      socket.destroy()
      resolve(/^\$\d/.test(first) ? second : first)
    })
  })
}
