import { useCallback } from 'react'
import type { Order } from '../../../core/domain/index.ts'
import { isFinal } from '../../../core/domain/index.ts'
import { UNKNOWN } from '../../format/index.ts'
import type { QueueText } from './queue-text.ts'

/** Nobody estimates the queue yet: unknown while an order works, blank afterwards. */
export function useQueueText(): QueueText {
  return useCallback((order: Order) => (isFinal(order.status) ? '' : UNKNOWN), [])
}
