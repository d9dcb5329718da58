import type { Element, ElementContent } from 'hast'
import { createCssVariablesTheme, createHighlighterCoreSync, type HighlighterCore } from 'shiki/core'
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript'
import bash from 'shiki/langs/bash.mjs'
import docker from 'shiki/langs/docker.mjs'
import json from 'shiki/langs/json.mjs'
import yaml from 'shiki/langs/yaml.mjs'

/** The languages a fence may name: short on purpose, every grammar costs start-up time. */
const CODE_LANGUAGES = ['bash', 'dockerfile', 'json', 'yaml', 'text'] as const

export type CodeLanguage = (typeof CODE_LANGUAGES)[number]

/** What authors read when they name another language. */
export const CODE_LANGUAGE_LIST = CODE_LANGUAGES.join(', ')

export function isCodeLanguage(name: string): name is CodeLanguage {
  return CODE_LANGUAGES.some((language) => language === name)
}

const THEME = 'css-variables'
const TOKEN_COLOR = /^var\(--shiki-(token-[a-z-]+)\)$/u

let highlighter: HighlighterCore | null = null

function sharedHighlighter(): HighlighterCore {
  highlighter ??= createHighlighterCoreSync({
    themes: [createCssVariablesTheme({ name: THEME })],
    langs: [bash, docker, json, yaml],
    engine: createJavaScriptRegexEngine(),
  })
  return highlighter
}

/**
 * Code as `<pre class="code"><code>` with spans of class `token-keyword`,
 * `token-string`, `token-comment`… and no style attribute: the style sheet gives
 * the tokens their colours, in light and dark, and a strict CSP holds.
 */
export function highlightCode(code: string, language: CodeLanguage): Element {
  const lines = sharedHighlighter().codeToTokens(code, { lang: language, theme: THEME }).tokens
  const content = lines.flatMap((tokens, index): ElementContent[] => [
    ...(index === 0 ? [] : [{ type: 'text' as const, value: '\n' }]),
    ...tokens.map((token) => tokenNode(token.content, token.color)),
  ])
  return {
    type: 'element',
    tagName: 'pre',
    properties: { className: ['code', `language-${language}`], tabIndex: 0 },
    children: [{ type: 'element', tagName: 'code', properties: {}, children: content }],
  }
}

function tokenNode(value: string, color: string | undefined): ElementContent {
  const token = TOKEN_COLOR.exec(color ?? '')?.[1]
  return token === undefined
    ? { type: 'text', value }
    : {
        type: 'element',
        tagName: 'span',
        properties: { className: [token] },
        children: [{ type: 'text', value }],
      }
}
