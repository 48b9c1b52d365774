export { openSelf } from './open-self.ts'
