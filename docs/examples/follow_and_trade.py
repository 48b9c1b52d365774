#!/usr/bin/env python3
"""Follows the prices of a running workstation and sends one target, by docs/protocol.md alone.

    pip install pyzmq msgpack
    python3 follow_and_trade.py RUNTIME_FOLDER SYMBOL LOTS --owner NAME [--ticks N]

RUNTIME_FOLDER holds the sockets of the instance: docs/processes.md says where it lies. NAME must be an owner that
the directory names; with strategies of your own in the config, give one that nobody else plays.
Prints the last N prices of SYMBOL, then what became of the target. Exit code 0 when it was accepted.
"""

import argparse
import struct
import sys
import time

import msgpack
import zmq

# Numbers of kinds, as docs/protocol.md lists them.
DIRECTORY, QUOTE, ACK, SNAPSHOT, BEAT, BUNDLE = 2, 3, 9, 20, 22, 63
TARGET_POSITION, SNAPSHOT_REQUEST = 64, 77
VERSION = 1
FOR_EVER = 2**53 - 1
ACCEPTED = 0
# Modes whose decision clock is the time of the market: simulated and replay.
BY_SESSION = (0, 1)


def frame(kind, epoch, fields):
    """A message: kind, version, low 16 bits of the epoch, and one MessagePack list."""
    return struct.pack(">BBH", kind, VERSION, epoch & 0xFFFF) + msgpack.packb(fields)


class Gateway:
    """One follower of a gateway: a snapshot, then numbered facts, and anew after a gap."""

    def __init__(self, runtime, name):
        context = zmq.Context.instance()
        self.facts = context.socket(zmq.SUB)
        self.facts.setsockopt(zmq.RCVHWM, 10_000)
        for kind in (QUOTE, ACK, SNAPSHOT, BEAT, BUNDLE):
            self.facts.setsockopt(zmq.SUBSCRIBE, bytes([kind]))
        self.facts.connect(f"ipc://{runtime}/gateway.facts")
        self.commands = context.socket(zmq.PUSH)
        self.commands.setsockopt(zmq.IMMEDIATE, 1)
        self.commands.setsockopt(zmq.LINGER, 0)
        self.commands.setsockopt(zmq.SNDTIMEO, 1000)
        self.commands.connect(f"ipc://{runtime}/gateway.commands")
        self.name = name
        self.count = 0
        self.next = {}
        self.epoch = None
        self.mode = None
        self.instruments = {}
        self.owners = {}

    def command(self, kind, fields, valid_until=FOR_EVER):
        """Sends a command; its id must never come twice, so it holds the time of our birth."""
        self.count += 1
        identity = f"{self.name}-{BORN:x}-{self.count:x}"
        epoch = self.epoch or 0
        self.commands.send(frame(kind, epoch, [identity, self.name, epoch, valid_until, *fields]))
        return identity

    def follow(self, seconds):
        """Yields (kind, facts, at) in order; asks for a snapshot whenever it has lost its place."""
        asked = 0.0
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self.epoch is None and time.monotonic() - asked > 0.25:
                asked = time.monotonic()
                try:
                    self.command(SNAPSHOT_REQUEST, [[]])
                except zmq.Again:
                    continue
            if not self.facts.poll(50):
                continue
            message = self.facts.recv()
            kind, version, epoch = struct.unpack(">BBH", message[:4])
            if version > VERSION:
                sys.exit(f"the gateway speaks version {version}, this program {VERSION}")
            body = msgpack.unpackb(message[4:])
            if kind == SNAPSHOT:
                self._snapshot(body)
            elif self.epoch is None:
                continue
            elif epoch != self.epoch & 0xFFFF:
                self.epoch = None
            elif kind == BEAT:
                # [at, pid, startedAt, ready, notes, seqs, figures]: the last numbers of every kind.
                for name, number in body[2][5]:
                    if name == "quote" and number >= self.next.get(QUOTE, 1):
                        self.epoch = None
            elif kind == BUNDLE:
                at, *bundled = body
                for inner, number, fact in bundled:
                    if inner == ACK and self.epoch is not None:
                        yield from self._numbered(inner, [number, at, fact])
            else:
                yield from self._numbered(kind, body)

    def _numbered(self, kind, body):
        number, at, *facts = body
        expected = self.next.get(kind, 1)
        if number > expected:
            self.epoch = None
            return
        fresh = facts[expected - number :]
        self.next[kind] = max(expected, number + len(facts))
        if fresh:
            yield kind, fresh, at

    def _snapshot(self, body):
        _, _, origin, (requester, facts, numbers) = body
        if requester != self.name or self.epoch is not None:
            return
        self.mode, self.epoch = origin[1], origin[3]
        kinds = {"quote": QUOTE, "ack": ACK}
        self.next = {kinds[name]: number + 1 for name, number in numbers if name in kinds}
        for kind, fields in facts:
            if kind == DIRECTORY:
                self.instruments = {each[0]: each for each in fields[0]}
                self.owners = {name: number for number, name in fields[1]}


def last_price(quote, instrument):
    """`last` is in ticks of the instrument, or the price itself alone in a list, or nil."""
    ticks = quote[4]
    if ticks is None:
        return None
    if isinstance(ticks, list):
        return ticks[0]
    units, scale = instrument[5], instrument[6]
    return ticks * units / scale


BORN = time.time_ns()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("runtime")
    parser.add_argument("symbol")
    parser.add_argument("lots", type=int)
    parser.add_argument("--owner", required=True)
    parser.add_argument("--ticks", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=30)
    args = parser.parse_args()

    gateway = Gateway(args.runtime, args.owner)
    target, seen = None, 0
    for kind, facts, at in gateway.follow(args.seconds):
        if kind == ACK:
            for _, command, _, _, outcome, code, message in facts:
                if command == target:
                    words = ["accepted", "refused", "expired"][outcome]
                    print(f"target {words} {code} {message}".rstrip())
                    sys.exit(0 if outcome == ACCEPTED else 1)
            continue
        for quote in facts:
            instrument = gateway.instruments.get(quote[0])
            if instrument is None or instrument[1] != args.symbol:
                continue
            price = last_price(quote, instrument)
            if price is None:
                continue
            seen += 1
            # A whole number may come as a double.
            stamp = int(at + quote[1])
            print(f"{instrument[1]} {stamp} {price}")
            if seen < args.ticks or target is not None:
                continue
            owner = gateway.owners.get(args.owner)
            if owner is None:
                sys.exit(f"{args.owner} owns nothing here; there are {', '.join(gateway.owners)}")
            # Valid for a second, on the gateway's decision clock, from the quote it was decided on.
            fields = [owner, instrument[0], args.lots, 0, stamp]
            decided = stamp if gateway.mode in BY_SESSION else at
            target = gateway.command(TARGET_POSITION, fields, valid_until=int(decided) + 1_000_000)
    sys.exit("no answer: the target is unknown" if target else "no price came")


if __name__ == "__main__":
    main()
