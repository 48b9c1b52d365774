/**
 * Where a store is asked for.
 *
 * @typedef {object} Address
 * @property {string} host
 * @property {number} port
 * @property {boolean} isEncrypted
 * @property {string} user
 * @property {string} password
 */

/**
 * @param {string} url `redis://user:password@host:6379/0`, or `postgresql://…`
 * @param {number} port where the URL has none
 * @returns {Address | undefined} undefined for what is no such URL
 */
export function addressOfUrl(url, port) {
  if (!URL.canParse(url)) return undefined
  const { protocol, hostname, port: own, username, password } = new URL(url)
  if (hostname === '' || !/^(rediss?|postgres(ql)?):$/.test(protocol)) return undefined
  try {
    return {
      host: hostname.replace(/^\[(.*)\]$/, '$1'),
      port: Number(own || port),
      isEncrypted: protocol === 'rediss:',
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
    }
  } catch {
    return undefined
  }
}

/**
 * @param {string} configuration `http::addr=host:9000;username=…;`
 * @returns {Address | undefined}
 */
export function addressOfConfiguration(configuration) {
  const [, protocol, members = ''] = /^(https?)::(.*)$/.exec(configuration) ?? []
  const address = /(?:^|;)addr=([^;]*)/.exec(members)?.[1]
  const [, host = '', port] = /^(\[[^\]]+\]|[^:]*)(?::(\d+))?$/.exec(address ?? '') ?? []
  if (host === '') return undefined
  return {
    host: host.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port ?? 9000),
    isEncrypted: protocol === 'https',
    user: '',
    password: '',
  }
}
