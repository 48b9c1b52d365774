const COPY = 'put it back from a copy'
const TWICE = `${COPY}; removing it lets order ids come twice`
const QUIT = 'quit that one first, or trade another account with --profile NAME'

/** Why a folder that is one account's own cannot be worked in. */
export const INSTANCE_DETAILS = {
  'instance.folder/installation': `{path} must hold eight hexadecimal digits and does not: ${TWICE}`,
  'instance.folder/epoch': `{path} must hold a whole number and does not: ${TWICE}`,
  'instance.folder/owners': `{path} must begin with {owner} and does not: ${COPY}`,
  'instance.folder/disk':
    '{path} cannot be used ({said}): free space on the disk, mend the rights, or choose another folder with --data',
  'instance.locked/process': `{folder} is in use by process {process}: ${QUIT}`,
  'instance.locked/unknown': `{folder} is in use by another start: ${QUIT}`,
} as const
