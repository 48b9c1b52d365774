/** What can be done with one workspace's dock. */
export interface DockControl {
  /** Closes the panel with the focus. */
  readonly closeActive: () => void
}
