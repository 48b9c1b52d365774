import type { ExchangeLine } from '../../market-data/exchange/index.ts'
import type { Station } from '../../station/index.ts'
import type { Loss } from '../../../core/channel/index.ts'
import type { VenueRequest } from '../../../core/contracts/index.ts'
import type { FactFrame, Message } from '../../../core/contracts/message.ts'
import type { Pusher, Venue, VenueListener } from '../../../core/ports/index.ts'

/**
 * The gateway's end of the line to an exchange. Requests leave through the exchange's door for
 * commands, reports come with its facts.
 *
 * The line counts as broken when its facts stop coming, when another life of the exchange speaks,
 * and whenever a request could not be handed over; and as whole again once its market is open.
 */
export class ExchangeVenue implements Venue, ExchangeLine {
  readonly #station: Station
  readonly #exchange: string
  readonly #pusher: Pusher
  readonly #listener: VenueListener
  /** What the listener was told last. */
  #whole = true
  #subscribed = false
  #open = false

  /** @param exchange its name among the peers of the station. */
  constructor(station: Station, exchange: string, listener: VenueListener) {
    this.#station = station
    this.#exchange = exchange
    this.#pusher = station.push(exchange)
    this.#listener = listener
  }

  send(request: VenueRequest): void {
    const { codec, epoch } = this.#station
    void this.#watch(this.#pusher.send(codec.encodeRequest(request, epoch)))
  }

  take(message: Exclude<Message, FactFrame>): void {
    if (message.kind === 'report') return this.#listener.onReport(message.report)
    this.#station.log.warn(`${this.#exchange} said a ${message.kind}, which is not for it to say`)
  }

  onConnected(connected: boolean): void {
    this.#subscribed = connected
    if (connected) this.#mended()
    else this.#broke()
  }

  onOpened(): void {
    this.#open = true
    this.#mended()
  }

  /** A gap alone leaves the line whole: what is missing of the reports is asked for by number. */
  onLost(loss: Loss): void {
    this.#open = false
    if (loss === 'epoch') this.#broke()
  }

  async #watch(sending: Promise<boolean>): Promise<void> {
    if (!(await sending)) this.#broke()
  }

  /**
   * Told every time: a gateway that logs in again by itself does not wait to hear of a mended line.
   */
  #broke(): void {
    this.#whole = false
    this.#listener.onConnection(false)
  }

  #mended(): void {
    if (this.#whole || !this.#open || !this.#subscribed) return
    this.#whole = true
    this.#listener.onConnection(true)
  }
}
