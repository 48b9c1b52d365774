/**
 * One line of what the doctor found.
 *
 * @typedef {object} Row
 * @property {string} name
 * @property {Verdict} verdict
 * @property {string} found
 * @property {string} [mend] how to mend it, where there is something to mend
 */

/**
 * `ok`; `note`: well, with something worth knowing; `miss`: not there, and not needed to trade;
 * `FAIL`: needed.
 *
 * @typedef {'ok' | 'note' | 'miss' | 'FAIL'} Verdict
 */

/**
 * @param {string} name
 * @param {Verdict} verdict
 * @param {string} found
 * @param {string} [mend]
 * @returns {Row}
 */
export function row(name, verdict, found, mend) {
  return mend === undefined ? { name, verdict, found } : { name, verdict, found, mend }
}

/**
 * @param {string} name
 * @param {import('../setup/finding.mjs').Finding} finding
 * @param {Verdict} [otherwise] what it is when it is missing
 * @returns {Row}
 */
export function rowOf(name, { there, found, mend }, otherwise = 'miss') {
  return row(name, there ? 'ok' : otherwise, found, there ? undefined : mend)
}
