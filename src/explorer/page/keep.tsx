/** What can be kept of a setting: a link, a scenario file, a sheet of paper. */
import { useState } from 'preact/hooks'
import { variantYaml } from '../state/variant.js'
import { COPIED, COPY_LINK, KEEP, PRINT, SAVE } from '../words/control-words.js'
import type { PartProps } from './app.js'

export function Keep({ explorer }: PartProps) {
  const { facts, state } = explorer
  const { language, setting } = state
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    const link = `${location.href.split('#')[0]}#${explorer.linkNow()}`
    history.replaceState(null, '', link)
    await copyText(link)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  const save = () => saveText(variantName(facts.file), variantYaml(facts, setting))
  return (
    <fieldset class="keep">
      <legend class="hidden">{KEEP[language]}</legend>
      <button type="button" onClick={copy}>
        {(isCopied ? COPIED : COPY_LINK)[language]}
      </button>
      <button type="button" onClick={save}>
        {SAVE[language]}
      </button>
      <button type="button" onClick={() => print()}>
        {PRINT[language]}
      </button>
    </fieldset>
  )
}

const variantName = (file: string) => `${file.replace(/\.ya?ml$/i, '')}-explored.yaml`

/** A page from a file has a clipboard in some browsers only; an address can be copied by hand in all. */
async function copyText(text: string): Promise<void> {
  await navigator.clipboard?.writeText(text).catch(() => undefined)
}

function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
