import { useCallback } from 'react'
import type { Order } from '../../../core/domain/index.ts'
import { isFinal } from '../../../core/domain/index.ts'
import { useDesk, useWords } from '../../desk/index.ts'
import { ownQueuesOf } from '../../desk/own-queues.ts'
import { UNKNOWN, decimal } from '../../format/index.ts'
import type { QueueText } from './queue-text.ts'

/** `22±4 of 43`, as far as the ladder's estimate goes; unknown beyond the levels that are seen. */
export function useQueueText(): QueueText {
  const t = useWords()
  const queues = ownQueuesOf(useDesk())
  return useCallback(
    (order: Order) => {
      if (isFinal(order.status)) return ''
      const estimate = queues.of(order)
      if (estimate === undefined || Number.isNaN(estimate.ahead)) return UNKNOWN
      const { ahead, band, level } = estimate
      const around = band > 0 ? `±${decimal(band)}` : ''
      return t('orders.queue', { ahead: `${decimal(ahead)}${around}`, level: decimal(level) })
    },
    [queues, t],
  )
}
