/** Why the hot store does not serve; what the server itself said stands in it as it was said. */
export const HOT_STORE_DETAILS = {
  'store.refused/redis-password':
    'Redis at {server} refused ({said}). Give the password that it wants',
  'store.refused/redis-user':
    'Redis at {server} refused ({said}). Allow this user the commands and keys of ghTrader',
  'store.refused/redis-memory':
    'Redis at {server} refused ({said}). Raise its maxmemory, or let it evict old keys',
  'store.refused/redis-replica':
    'Redis at {server} refused ({said}). It is a replica: name the server that takes writes',
  'store.refused/redis-disk':
    'Redis at {server} refused ({said}). It cannot save to its disk: free some space there',
  'store.refused/redis-database':
    'Redis at {server} refused ({said}). Choose a database number that it has',
  'store.refused/redis': 'Redis at {server} refused ({said}). Mend that there',
  'store.refused/redis-protocol':
    'Redis at {server} speaks another protocol. Correct host and port in the address of Redis',
  'store.schema/redis':
    'Redis at {server} holds an entry that is no JSON ({said}). Somebody else writes under these keys: give one of you another database',
  'store.unreachable/redis':
    'Redis at {server} cannot be reached ({reason}). Start it, or correct its address; it is tried again by itself',
  'store.slow/redis':
    'Redis at {server} does not answer in time. See whether it hangs; it is tried again by itself',
  'store.unreachable/redis-left':
    'Redis at {server} was left: the hot store is closed. Open it again',
  'store.config/redis-form':
    'the address of Redis is not of the form redis://[user:password@]host[:port][/database], or rediss:// for TLS',
  'store.config/redis-encode':
    'the address of Redis has to percent-encode its password: / ? # @ as %2F %3F %23 %40',
  'store.config/redis-tail':
    'the address of Redis {server} goes on after the database; leave that out',
  'store.config/redis-database':
    'the address of Redis {server} ends in no database number, such as /0',
  'store.config/redis-percent':
    'user or password of Redis {server} is not percent-encoded; write % as %25',
  'store.unreachable/hot-store': 'the hot store is closed; open it again',
} as const
