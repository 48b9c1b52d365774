export { LatencyHistogram } from './latency-histogram.ts'
export { Rate } from './rate.ts'
