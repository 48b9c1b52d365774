import { SAYINGS } from '../sayings/index.ts'

const REFUSES = SAYINGS['worker.refuses']
const LOOPS = SAYINGS['worker.loops']

/** Why a window has no line to main, or no answer on it, and why main goes on without a process. */
export const WINDOW_DETAILS = {
  'bus.lost/frames': 'frame {number} came after frame {last}: what is missing is asked for',
  'bus.lost/no-answer': 'main does not answer, for {seconds} s now',
  'bus.lost/silent': 'main has been silent, for {seconds} s now',
  'bus.lost/no-workstation': 'the workstation does not answer',
  'bus.lost/full': 'the workstation takes no more windows',
  'bus.lost/leaving': 'the workstation is leaving',
  'bus.lost/closed-here': 'closed by this page',
  'codec.shape/no-window': 'main sent what is for no window',
  'codec.shape/of-nothing': 'changes of nothing came',
  'codec.shape/elsewhere': 'main goes on from where this page never was',
  'codec.shape/apart': 'what main told does not fit together: {said}',
  'web.shape/text': 'requests are text',
  'web.shape/too-large': 'a request that is too large',
  'web.shape/too-many': 'too many requests',
  'web.shape/unread': 'requests without reading the answers',
  'command.state/questions-waiting': '{most} questions of this window wait already',
  'worker.lost/late': 'main did not say within {seconds} s what became of it',
  'worker.lost/broken': 'the line to the workstation broke before it was answered',
  'worker.lost/closed': 'this window was closed',
  // Put together of what was seen of a process, and of the last line of its log.
  'worker.lost/refuses': REFUSES,
  'worker.lost/refuses-last': `${REFUSES}: {said}`,
  'worker.lost/loops': LOOPS,
  'worker.lost/loops-last': `${LOOPS}: {said}`,
} as const
