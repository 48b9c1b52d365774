/** Books that differ from the venue's, and who takes the venue's. */
export const EN = {
  'books.count': 'differences from the venue’s: {count}',
  'books.table': 'Differences',
  'books.subject': 'Symbol or order',
  'books.what': 'What',
  'books.ours': 'Ours',
  'books.theirs': 'The venue’s',
  'books.account': 'account',
  'books.line.trading-day': 'trading day',
  'books.line.reports': 'reports seen',
  'books.line.cash': 'cash, less what is held at cost (CNY)',
  'books.line.long': 'long, lots',
  'books.line.short': 'short, lots',
  'books.line.long-today': 'long of today, lots',
  'books.line.long-older': 'long, older, lots',
  'books.line.short-today': 'short of today, lots',
  'books.line.short-older': 'short, older, lots',
  'books.line.order-here': 'order',
  'books.line.order-there': 'order',
  'books.working': 'working',
  'books.gone': 'gone',
  'books.no-rows':
    '{reason}. No difference is told: the books are being compared anew, or agree by now.',
  'books.what-comes':
    'The venue’s books replace ours: all lots go to the hand, orders that only one side knows end. Trading stays halted until it is unlocked.',
  'books.name': 'Your name',
  'books.name-help': 'goes to the journal, beside the user of this machine, {user}',
  'books.name-live':
    'needed with real money; goes to the journal, beside the user of this machine, {user}',
  'books.name-missing': 'Type your name first',
  'books.take-label':
    'Take the venue’s books: hold to confirm; it is written to the journal with your name',
  'books.sent': 'sent',
  'books.changed': ' The halt was told anew at {time}: read the differences again.',
} as const
