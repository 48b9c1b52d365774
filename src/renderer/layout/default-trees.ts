import type { Tree } from './tree.ts'
import { across, down, tabs } from './tree.ts'
import type { WidthClass } from './width-class.ts'
import type { Docked } from './workspaces.ts'

/** The panels of a workspace as they come, by how wide the window is. */
export const DEFAULT_TREES: Readonly<Record<Docked, Readonly<Record<WidthClass, Tree>>>> = {
  desk: {
    wide: across(
      [
        '1fr',
        down(
          [
            '1fr',
            across(
              [
                294,
                down(['1fr', tabs('watch-list')], [256, tabs('account')], [176, tabs('quote')]),
              ],
              ['1fr', tabs('chart')],
              [288, tabs('ladder')],
              [230, tabs('tape')],
            ),
          ],
          [
            292,
            across(
              ['1.24fr', down([110, tabs('positions')], ['1fr', tabs('orders', 'refusals')])],
              ['1.04fr', tabs('fills')],
              ['0.86fr', tabs('event-log')],
            ),
          ],
        ),
      ],
      [312, down([322, tabs('ticket')], ['1fr', tabs('strategy')], [234, tabs('latency')])],
    ),
    middle: across(
      [
        '1fr',
        down(
          [
            '1fr',
            across(
              [
                240,
                down(['1fr', tabs('watch-list')], [192, tabs('account')], [172, tabs('quote')]),
              ],
              ['1fr', tabs('chart')],
              [236, tabs('ladder', 'tape')],
            ),
          ],
          [
            252,
            across(
              ['1.42fr', down([108, tabs('positions')], ['1fr', tabs('orders', 'refusals')])],
              ['1fr', tabs('fills', 'event-log')],
            ),
          ],
        ),
      ],
      [280, down([322, tabs('ticket')], ['1fr', tabs('strategy')], [234, tabs('latency')])],
    ),
    narrow: across(
      [
        '1fr',
        down(
          [
            '1fr',
            across(
              [240, down(['1fr', tabs('watch-list')], [172, tabs('quote', 'account')])],
              ['1fr', tabs('chart')],
              [236, tabs('ladder', 'tape')],
            ),
          ],
          [
            232,
            across(
              ['1.3fr', tabs('orders', 'positions', 'refusals')],
              ['1fr', tabs('fills', 'event-log')],
            ),
          ],
        ),
      ],
      [280, down([322, tabs('ticket')], ['1fr', tabs('strategy', 'latency')])],
    ),
    small: across(
      [
        '1fr',
        down(
          ['1.6fr', tabs('chart', 'watch-list', 'quote', 'account')],
          ['1fr', tabs('orders', 'positions', 'fills', 'refusals', 'event-log')],
        ),
      ],
      [280, down(['1fr', tabs('ticket', 'ladder', 'tape', 'strategy', 'latency')])],
    ),
  },
  system: {
    wide: across(
      [
        '1fr',
        down(
          [208, tabs('processes')],
          ['1fr', across(['1fr', tabs('stages')], ['1fr', tabs('last-orders')])],
          [270, tabs('audit')],
        ),
      ],
      [
        560,
        down(
          ['1fr', tabs('topics')],
          [152, tabs('stores')],
          [216, tabs('gate')],
          [168, tabs('dead-man')],
          [132, tabs('windows', 'about')],
        ),
      ],
    ),
    middle: across(
      [
        '1fr',
        down(
          [208, tabs('processes')],
          ['1fr', across(['1fr', tabs('stages')], ['1fr', tabs('last-orders')])],
          [250, tabs('audit')],
        ),
      ],
      [
        422,
        down(
          ['1fr', tabs('topics')],
          [152, tabs('stores')],
          [186, tabs('gate')],
          [168, tabs('dead-man')],
          [132, tabs('windows', 'about')],
        ),
      ],
    ),
    narrow: across(
      [
        '1fr',
        down(
          [208, tabs('processes')],
          ['1fr', tabs('stages', 'last-orders')],
          [230, tabs('audit')],
        ),
      ],
      [
        400,
        down(
          ['1fr', tabs('topics', 'stores', 'windows', 'about')],
          ['1fr', tabs('gate', 'dead-man')],
        ),
      ],
    ),
    small: down(
      ['1fr', tabs('processes', 'stages', 'last-orders', 'topics', 'stores')],
      ['1fr', tabs('audit', 'gate', 'dead-man', 'windows', 'about')],
    ),
  },
}
