/** Composition root under plain Node: takes its place before the terminal table does. */
process.stderr.write('headless: the terminal is not part of this version yet\n')
process.exitCode = 2
