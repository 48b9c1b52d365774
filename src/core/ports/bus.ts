import type { Failure } from '../contracts/index.ts'
import type { Result } from '../domain/index.ts'

/**
 * Where somebody listens: `ipc://<path>` with a path of at most 89 bytes in a folder that only this
 * user may enter, `tcp://<host>:<port>`, or any name on a network in memory.
 */
export interface Endpoint {
  readonly address: string
  /**
   * CURVE keys of every tcp endpoint, 40 characters of Z85 each. Who binds has `secretKey` and the
   * public keys that it lets in; who connects has its own pair and the server's public key. A peer
   * without them is not answered.
   */
  readonly keys?: BinderKeys | ConnectorKeys
}

export interface BinderKeys {
  readonly kind: 'binder'
  readonly secretKey: string
  readonly allowed: readonly string[]
}

export interface ConnectorKeys {
  readonly kind: 'connector'
  readonly publicKey: string
  readonly secretKey: string
  readonly serverKey: string
}

/**
 * What travels: bytes, at most 16 MiB. What they mean is for the codec to say. Who receives a frame
 * may keep it, and must not change it.
 */
export type Frame = Uint8Array

/** Tells everybody who listens. What a slow listener cannot take is dropped for it, silently. */
export interface Publisher {
  /** Never blocks and never throws. The bytes must not be changed afterwards. */
  send(frame: Frame): void
}

/** Takes frames of many pushers, in the order in which each of them sent. */
export interface Collector {
  /**
   * Frames wait for the first listener, up to the bound; a later one takes its place. A bus that
   * knows that no further frame is ready tells `drained`.
   */
  readonly onFrame: (listener: (frame: Frame) => void, drained?: () => void) => void
}

export interface Pusher {
  /**
   * Hands a frame to the one who collects. Resolves to false, and the frame is gone, when nobody
   * is there, the bounded queue is full or the frame too long: nothing is delivered later. True
   * says that it is on its way, not that it arrives: who collects may die meanwhile. Many may be
   * under way at once; it never rejects.
   */
  send(frame: Frame): Promise<boolean>
  /** Whether somebody is there as far as is known: a process that has stopped still counts. */
  readonly connected: boolean
}

export interface Subscription {
  /** Ends the connection; no frame is handed over afterwards. */
  close(): void
  readonly connected: boolean
}

export interface SubscribeOptions {
  /** First bytes of the frames wanted; an empty list means every frame. */
  readonly topics: readonly Uint8Array[]
  /** Called for each frame, in order. It must not throw. */
  readonly onFrame: (frame: Frame) => void
  /**
   * The line came up (true) or broke (false): what was under way may be lost. Up is not yet heard:
   * the publisher may learn of the topics a moment later, so what is asked for may be asked twice.
   */
  readonly onConnected?: (connected: boolean) => void
}

/** Answers questions of many askers. */
export interface Answerer {
  /**
   * The answer may come later, and is lost if its asker's line broke meanwhile; one that is never
   * given leaves the asker to its deadline. Questions wait for the first listener, as frames do.
   */
  readonly onQuestion: (listener: (question: Frame, answer: (frame: Frame) => void) => void) => void
}

export interface Asker {
  /** Sends a question; answers come through `onAnswer` in any order. False when nobody is there. */
  ask(question: Frame): Promise<boolean>
  readonly onAnswer: (listener: (answer: Frame) => void) => void
}

/**
 * The sockets of one process. Whoever binds is found by whoever connects, in either order; a peer
 * that dies and comes back is connected again without a word.
 */
export interface Bus {
  /**
   * Fails with `bus.address` (too long, malformed, its folder missing or open to others),
   * `bus.keys` (tcp without keys, or with the other side's), `bus.taken` (somebody else binds it;
   * a dead process does not count) or `bus.lost` (this bus is closed), as all that follow do.
   */
  publish(endpoint: Endpoint): Promise<Result<Publisher, Failure>>
  collect(endpoint: Endpoint): Promise<Result<Collector, Failure>>
  answer(endpoint: Endpoint): Promise<Result<Answerer, Failure>>
  subscribe(endpoint: Endpoint, options: SubscribeOptions): Result<Subscription, Failure>
  push(endpoint: Endpoint): Result<Pusher, Failure>
  ask(endpoint: Endpoint): Result<Asker, Failure>
  /**
   * Closes every socket at once; frames that were not handed to the system are dropped, and nothing
   * is handed over any more. Resolves, however often it is called, once the places that were bound
   * are free for others.
   */
  close(): Promise<void>
}
