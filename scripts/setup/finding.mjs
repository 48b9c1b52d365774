/**
 * What a finder says about one thing.
 *
 * @typedef {object} Finding
 * @property {boolean} there
 * @property {string} found version, path, or what was found instead
 * @property {string} [path] where it is, for those who run it
 * @property {string} [mend] one line: how to get it
 */

/**
 * @param {string} found
 * @param {string} [path]
 * @returns {Finding}
 */
export function there(found, path) {
  return path === undefined ? { there: true, found } : { there: true, found, path }
}

/**
 * @param {string} found
 * @param {string} mend
 * @returns {Finding}
 */
export function missing(found, mend) {
  return { there: false, found, mend }
}
