/** What is not known of a product, or of a day, and what is wrong with the files that tell it. */
export const PRODUCT_DETAILS = {
  'product.unknown/no-exchange': '{symbol} is not known: it names no exchange that is known',
  'product.unknown/built-in': '{symbol} is not known: the built-in market trades {names}',
  'product.unknown/no-contract':
    '{symbol} is not known: {contract} is no futures contract of {exchange}',
  'product.unknown/no-product':
    '{symbol} is not known: resources/products.json has no {product}; add it there',
  'product.unknown/renamed':
    '{symbol} is not known: resources/products.json has no {product} (the code became {became}); add it there',
  'product.incomplete/no-session':
    'no session of {product} is known on {day}: give its sessions in resources/products.json an earlier date',
  'product.incomplete/no-template':
    '{product} names the session template {template}, which resources/calendar.json does not have',
  'product.incomplete/built-in':
    'resources/products.json lacks the products of the built-in market: put it back',
  'product.incomplete/file': '{path}: {fault}; mend it, or make it again: npm run products',
  'product.incomplete/twice': '{product} stands there twice',
  'product.incomplete/fen': 'a tick of {product} is not whole fen',
  'calendar.incomplete/file': '{path}: {fault}; mend it, or make it again: npm run calendar',
  'calendar.incomplete/reversed': 'first ({first}) lies after last ({last})',
  'calendar.incomplete/year': 'closedWeekdays lacks the year {year}',
  'calendar.incomplete/no-day': "closedWeekdays of {year} names '{text}', which is no day",
  'calendar.incomplete/times': 'the times of the template {template} are not in order',
  'calendar.uncovered/outside':
    "the calendar knows {first} to {last}, {day} lies outside: give resources/calendar.json the closed weekdays of that year, and raise its 'last'",
} as const
