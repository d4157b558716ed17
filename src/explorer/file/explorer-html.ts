/** The file of a page: one HTML file that loads nothing from any network and may run no script but its own. */
import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import type { Plan } from '../../plan/plan.js'
import { html, inLines, trusted } from '../../report/words/markup.js'
import { toBase85 } from '../engine/base85.js'
import { packPlan } from '../engine/packed-plan.js'
import type { ExplorerFacts } from '../facts.js'
import { NEEDS_SCRIPT } from '../words/view-words.js'
import type { PageAssets } from './assets.js'
import { EXPLORER_STYLE } from './style.js'

export interface ExplorerPage {
  readonly facts: ExplorerFacts
  readonly plan: Plan
  readonly assets: PageAssets
  /** Whether it is served, and follows changes of the scenario file. */
  readonly isServed?: boolean
}

export function explorerHtml({ facts, plan, assets, isServed = false }: ExplorerPage): string {
  const blocks = {
    facts: deflated(JSON.stringify(facts)),
    plan: deflated(packPlan(plan)),
    worker: deflated(assets.worker),
    kernel: deflated(assets.kernel),
  }
  const { version, fingerprint, seed } = facts
  const made = `cityward ${version}, plan ${fingerprint}, seed ${seed}`
  return inLines([
    html`<!doctype html>`,
    html`<html lang="${facts.language ?? 'en'}"${isServed ? trusted(' data-served') : ''}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">`,
    html`<meta http-equiv="Content-Security-Policy" content="${policyFor(assets.page, isServed)}">`,
    html`<meta name="generator" content="${made}"><title>${facts.title[facts.language ?? 'en']}</title><style>${trusted(EXPLORER_STYLE)}</style></head>`,
    html`<body><div id="explorer"><p>${facts.title.en} · ${facts.title.zh}</p><noscript>${NEEDS_SCRIPT}</noscript></div>`,
    ...Object.entries(blocks).map(
      ([id, text]) => html`<script type="text/plain" id="cityward-${id}">${trusted(text)}</script>`,
    ),
    html`<script>${trusted(assets.page)}</script></body></html>`,
  ]).toString()
}

/** Raw DEFLATE as text: no character of it can end a block. */
const deflated = (content: string | Uint8Array) => toBase85(deflateRawSync(content, { level: 9 }))

/**
 * Nothing may be fetched; the one script is allowed by its hash, the kernel may be compiled, and workers start from what the
 * page itself holds. A served page may hear its own server.
 */
function policyFor(script: string, isServed: boolean): string {
  const hash = createHash('sha256').update(script).digest('base64')
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `script-src 'sha256-${hash}' 'wasm-unsafe-eval'`,
    'worker-src blob:',
    ...(isServed ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
