/** Why a recorded file, or a row of one, is not read. What a row's sentence holds is below it. */
export const RECORDING_DETAILS = {
  'recording.unreadable/disk':
    '{path}: cannot be read ({error}). Check the path and the rights to it.',
  'recording.unreadable/gzip':
    '{path}: the gzip is damaged ({error}); rows read from it cannot be trusted. Copy the file again.',
  'recording.truncated/gzip':
    '{path}: the gzip stops before its end; every whole row before the cut was read. Copy the file again.',
  'recording.foreign/line':
    '{path}: a line is longer than {bytes} bytes, so this is no recorded market file. Leave it out.',
  'recording.foreign/columns':
    '{path}, line 1: no known format ({formats}) has the {count} columns {columns}. Give a file of a known format, or leave this one out.',
  'recording.foreign/nearest':
    '{path}, line 1: no known format ({formats}) has the {count} columns {columns}. Nearest is {format}: of its columns this lacks {missing}, and has besides {besides}. Give a file of a known format, or leave this one out.',
  'recording.foreign/none':
    'no recording was found in {paths}. Give recorded files, or a folder of them; folders in it are not searched.',
  'recording.foreign/none-but':
    'no recording was found in {paths}. Give recorded files, or a folder of them; folders in it are not searched. The first file that was left out: {fault}',
  'recording.foreign/no-quote':
    'no quote that can be read was found in {paths}: give other recordings',
  'recording.symbol/by': '{path}: by {where}, {fault}',
  'recording.symbol/clash':
    '{path}: the contract is {symbol} by {where}, but {otherSymbol} by {otherWhere}. Correct whichever is wrong.',
  'recording.symbol/untold':
    '{path}: nothing tells which contract this is. Put EXCHANGE.code into its name, as in SHFE.cu2010.csv.gz, or give --symbol.',
  'recording.symbol/twice':
    '{path}: {symbol} comes from {earlier} already. Give one file a contract.',
  'recording.symbol/exchange': 'the exchange is "{text}", none of {names}. Correct the column.',
  'recording.symbol/none-of': "the symbol '{text}' cannot be told: {exchange} is none of {names}",
  'recording.symbol/two-exchanges':
    "the symbol '{text}' cannot be told: it says {exchange}, the file's name says {otherExchange}; rename the file",
  'recording.symbol/built-in':
    "the symbol '{text}' cannot be told: the built-in market has {names}",
  'recording.symbol/no-contract':
    "the symbol '{text}' cannot be told: it is no futures contract such as SHFE.cu2010",
  'recording.symbol/no-product':
    "the symbol '{text}' cannot be told: no product has the code {product}; write EXCHANGE.code",
  'recording.symbol/several':
    "the symbol '{text}' cannot be told: {names} all fit; write EXCHANGE.code",
  'recording.symbol/digits':
    "the symbol '{text}' cannot be told: {exchange} writes a contract with four digits, as in cu2010",
  'recording.number/row': '{path}, line {line}: {fault} The row was left out.',
  'recording.number/rows':
    '{path}, line {line}: {fault} It and {more} more to line {last} were left out.',
  'recording.symbol/row': '{path}, line {line}: {fault} The row was left out.',
  'recording.symbol/rows':
    '{path}, line {line}: {fault} It and {more} more to line {last} were left out.',
  'recording.backward/row': '{path}, line {line}: {fault} The row was left out.',
  'recording.backward/rows':
    '{path}, line {line}: {fault} It and {more} more to line {last} were left out.',
  'recording.duplicate/row': '{path}, line {line}: {fault} The row was left out.',
  'recording.duplicate/rows':
    '{path}, line {line}: {fault} It and {more} more to line {last} were left out.',
  'recording.crossed/row': '{path}, line {line}: {fault} The row was left out.',
  'recording.crossed/rows':
    '{path}, line {line}: {fault} It and {more} more to line {last} were left out.',
  'recording.number/columns':
    'the row has {columns} columns, the header {wanted}; complete or remove it.',
  'recording.number/cell':
    '{column} is "{text}", which this column cannot hold; correct or remove the row.',
  'recording.number/unpriced':
    'a level of the book holds lots but no price; fill in the price or empty the level.',
  'recording.symbol/other':
    '{column} is "{text}" among rows of "{wanted}"; keep one contract a file.',
  'recording.backward/time': 'the row is stamped before the one above it; sort the file by time.',
  'recording.duplicate/equal': 'the row is equal to the one above it; remove it.',
  'recording.crossed/book':
    'the book is crossed, or a level is no worse than the one before it; record the row anew or remove it.',
} as const
