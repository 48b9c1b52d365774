export { openQuestions } from './open-questions.ts'
export { Questions } from './questions.ts'
export type { QuestionsParts } from './questions.ts'
