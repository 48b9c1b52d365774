export { LatencyHistogram } from './latency-histogram.ts'
