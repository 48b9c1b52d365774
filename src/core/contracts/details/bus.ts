const PAIR = 'make a pair for each side with createCurveKeys'
const OWN = 'choose a runtime folder of your own with mode 700'

/** Why processes have no line to each other: their addresses, and the keys of these. */
export const BUS_DETAILS = {
  'bus.address/form': '{address} is neither ipc://<path> nor tcp://<host>:<port>',
  'bus.address/relative': 'the ipc path "{path}" must be absolute: begin with the runtime folder',
  'bus.address/long':
    'the ipc path {path} has {bytes} bytes, and at most {most} fit: choose a runtime folder with a shorter name',
  'bus.address/host':
    '{address} must name a host and a port of 1 to {most}, as tcp://127.0.0.1:5555 does',
  'bus.address/bind': '{address} cannot be bound ({said}): choose an address of this machine',
  'bus.address/connect': '{address} cannot be connected to ({said}): mend the address',
  'bus.address/open': `the folder {folder} lets other users in: ${OWN}`,
  'bus.address/foreign': `the folder {folder} belongs to another user: ${OWN}`,
  'bus.address/no-socket': '{path} is there and is no socket: move it away, or choose another name',
  'bus.address/missing': 'the folder {folder} is missing: make it with mode 700 beforehand',
  'bus.address/folder':
    'the folder {folder} cannot be used ({said}): mend its rights or choose another one',
  'bus.taken/port':
    '{address} is bound by another process: quit that one first, or choose another port',
  'bus.taken/process': '{address} is bound by process {process}: quit that one first',
  'bus.taken/unknown': '{address} is bound by another process: quit that one first',
  'bus.taken/bus':
    '{address} is bound by another bus: close that one first, or choose another name',
  'bus.lost/closed': 'the bus is closed and takes no more of {address}: make a new one',
  'bus.keys/none': `{address} has no keys, and needs those of a {side}; ${PAIR}`,
  'bus.keys/other': `{address} has the keys of a {side}, not of a {otherSide}; ${PAIR}`,
  'bus.keys/wrong': `{address} has a {key} that is not 40 characters of Z85; ${PAIR}`,
} as const
