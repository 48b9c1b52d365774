import { missing, there } from './finding.mjs'
import { findProgram, isRunnable, programPlaces } from './program.mjs'

const LIBRARIES = 'import zmq, msgpack; print(zmq.__version__, ".".join(map(str, msgpack.version)))'

/**
 * A Python that can speak with the workstation: the example of a foreign client is run with it.
 *
 * @param {import('./surroundings.mjs').Surroundings} surroundings
 */
export function findPython(surroundings) {
  for (const path of programPlaces('python3', surroundings).filter(isRunnable)) {
    const { ok, out } = surroundings.run(path, ['-c', LIBRARIES])
    const [zmq, msgpack] = out.trim().split(' ')
    if (ok) return there(`pyzmq ${zmq}, msgpack ${msgpack}, ${path}`, path)
  }
  const found = findProgram(['python3'], surroundings)
  const mend = 'as root: apt-get install python3-zmq python3-msgpack, or: pip install pyzmq msgpack'
  return missing(found === undefined ? 'absent' : `${found} lacks pyzmq or msgpack`, mend)
}
