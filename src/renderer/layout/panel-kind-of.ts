import type { PanelKind } from '../panels/panel-kind.ts'
import type { PanelName } from '../panels/index.ts'
import { PANELS } from '../panels/index.ts'

export function panelKindOf(name: PanelName): PanelKind {
  return PANELS[name]
}
