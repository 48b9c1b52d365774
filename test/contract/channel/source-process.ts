/** A source in a process of its own, which talks until it is killed. */
import { createZeromqBus } from '../../../src/adapters/bus/index.ts'
import type { Meeting } from './told-story.ts'
import { StorySource } from './told-story.ts'

const { meeting, epoch } = JSON.parse(process.argv[2] ?? '') as { meeting: Meeting; epoch: number }
const source = await StorySource.open(createZeromqBus(), meeting, epoch)
setInterval(() => {
  source.say()
  source.quote(3)
}, 2)
process.on('disconnect', () => process.exit())
