/** What the built-in exchange says of the quotes that it fills at. */
export const EXCHANGE_SAYINGS = {
  'exchange.not-open':
    'a {request} was refused: this exchange waits for {gateway} to say what is listed',
  'exchange.quotes-missing':
    'quotes of {gateway} are missing: nothing fills until it says how things stand',
  'exchange.quotes-of-another-life':
    'quotes of {gateway} are those of another life of it: nothing fills until it says how things stand',
  'exchange.quotes-back': '{gateway} said how things stand: its quotes fill again',
} as const
