import { useState } from 'react'

/** Texts of a panel that are written by its painter: by name, and only where they changed. */
export interface Texts<Name extends string> {
  /** For `ref`. */
  readonly of: (name: Name) => (element: HTMLElement | null) => void
  readonly write: (name: Name, text: string, className?: string) => void
  readonly hint: (name: Name, text: string) => void
}

export function useTexts<Name extends string>(): Texts<Name> {
  const [texts] = useState(createTexts<Name>)
  return texts
}

interface Place {
  readonly element: HTMLElement | null
  /** Stays the same node: a new one for each figure would be styled and laid out anew. */
  readonly words: Text
  text: string
  className: string
}

function createTexts<Name extends string>(): Texts<Name> {
  const places = new Map<Name, Place>()
  const refs = new Map<Name, (element: HTMLElement | null) => void>()
  const of = (name: Name): ((element: HTMLElement | null) => void) => {
    let ref = refs.get(name)
    if (ref === undefined) {
      ref = (element) => {
        const words = document.createTextNode('')
        element?.replaceChildren(words)
        places.set(name, { element, words, text: '', className: '' })
      }
      refs.set(name, ref)
    }
    return ref
  }
  const write = (name: Name, text: string, className = ''): void => {
    const place = places.get(name)
    if (place === undefined || place.element === null) return
    if (place.text !== text) {
      place.text = text
      place.words.data = text
    }
    if (place.className === className) return
    place.className = className
    place.element.className = className
  }
  const hint = (name: Name, text: string): void => {
    const element = places.get(name)?.element
    if (element && element.title !== text) element.title = text
  }
  return { of, write, hint }
}
