import { describe, expect, it } from 'vitest'
import { formatInspected } from './go-template'
import { containerType } from './inspect/container-type'
import { formatList } from './list-formatter'
import { containerList, VOLUME_LIST } from './list-layouts'
import { executeOnDocument } from './template/execute-template'
import { parseTemplate } from './template/parse-template'

const DOCUMENT = {
  Id: 'abc',
  State: { Status: 'exited', Running: false, ExitCode: 137, Pid: 0 },
  Args: ['-g', 'daemon off;'],
  Config: { Labels: { b: '2', a: '1' }, Env: null },
  NetworkSettings: {
    Networks: { back: { IPAddress: '172.18.0.2' } },
    Ports: { '80/tcp': [{ HostIp: '0.0.0.0', HostPort: '8080' }] },
  },
}

function inspect(format: string, client: '20.10' | '28' = '28') {
  const { stdout, stderr, exitCode } = formatInspected(
    format,
    [{ document: DOCUMENT, type: containerType(client) }],
    client,
  )
  return [stdout, stderr, exitCode]
}

describe('formatInspected', () => {
  it.each([
    ['{{.State.Status}} {{.ID}}', 'exited abc'],
    ['{{.Id}} {{.State.Pid}}', 'abc 0'],
    ['{{.State}}', '{exited false false false false false 0 137    <nil>}'],
    ['{{.Config.Labels}} {{.Args}} {{.Config.Env}}', 'map[a:1 b:2] [-g daemon off;] []'],
    ['{{.Config.Labels.c}}|{{index .Config.Labels "c"}}', '<no value>|'],
    ['{{range $i, $arg := .Args}}{{if $i}},{{end}}{{$arg}}{{else}}none{{end}}', '-g,daemon off;'],
    ['{{range .Config.Env}}x{{else}}none{{end}}', 'none'],
    ['{{range $name, $net := .NetworkSettings.Networks}}{{$name}}={{$net.IPAddress}}{{end}}', 'back=172.18.0.2'],
    ['{{(index (index .NetworkSettings.Ports "80/tcp") 0).HostPort}}', '8080'],
    [
      '{{if and (eq .State.ExitCode 137) (not .State.Running)}}killed{{else if .State.Running}}up{{else}}down{{end}}',
      'killed',
    ],
    ['{{with .State}}{{.ExitCode}}{{end}}{{with .Config.Env}}x{{else}}-{{end}}', '137-'],
    ['{{$code := .State.ExitCode}}{{if gt $code 128}}{{$code = 9}}{{end}}{{$code}}', '9'],
    [
      '{{printf "%-6s|%5d|%05d|%q|%.2s|%v|%t" .ID 7 42 .ID .ID .Args true}}',
      'abc   |    7|00042|"abc"|ab|[-g daemon off;]|true',
    ],
    ['{{printf "%d %s" "x"}}', '%!d(string=x) %!s(MISSING)'],
    [
      '{{json .Args}} {{join .Args ";"}} {{split "a,b" ","}} {{len .Args}}',
      '["-g","daemon off;"] -g;daemon off; [a b] 2',
    ],
    ['{{upper .ID | lower | title}} {{pad .ID 1 2}}| {{truncate .ID 2}} {{slice .ID 1 2}}', 'Abc  abc  | ab b'],
    ['a {{- " b " -}} c{{/* no */}}', 'a b c'],
    ['{{println "x" 1}}{{print 1 2 "a" 3}}', 'x 1\n1 2a3'],
    ['{{eq .ID "x" "abc"}} {{ne 1 2}} {{lt 1.5 2.5}} {{ge "b" "a"}} {{or "" "z"}}', 'true true true true z'],
    ['{{range .Args}}{{if eq . "-g"}}{{continue}}{{end}}{{.}}{{break}}{{end}}', 'daemon off;'],
  ])('[TPL1] [TPL2] %s', (format, text) => {
    expect(inspect(format)).toEqual([`${text}\n`, '', 0])
  })

  it.each([
    ['{{.State', 'unclosed action'],
    ['{{if .State}}x', 'unexpected EOF'],
    ['{{end}}', 'unexpected {{end}}'],
    ['{{nope .ID}}', 'function "nope" not defined'],
    ['{{}}', 'missing value for command'],
    ['{{.my-label}}', "bad character U+002D '-'"],
    ['{{$x}}', 'undefined variable "$x"'],
    ['{{"x}}', 'unterminated quoted string'],
    ['{{(.ID}}', 'unclosed left paren'],
    ['{{1 | 2}}', 'non executable command in pipeline stage 2'],
    ['{{break}}', '{{break}} outside {{range}}'],
  ])('[TPL3] %s does not parse: exit 64', (format, error) => {
    expect(inspect(format)).toEqual(['', `template parsing error: template: :1: ${error}\n`, 64])
  })

  it.each([
    ['{{.Nope}}', ':1:2: executing "" at <.Nope>: map has no entry for key "Nope"'],
    ['x\n{{.State.Nope}}', ':2:9: executing "" at <.State.Nope>: map has no entry for key "Nope"'],
    ['{{.Id.Nope}}', `:1:5: executing "" at <.Id.Nope>: can't evaluate field Nope in type interface {}`],
    ['{{index .Args 5}}', ':1:2: executing "" at <index .Args 5>: error calling index: index out of range: 5'],
    ['{{upper 5}}', ':1:8: executing "" at <5>: wrong type for value; expected string; got int'],
    ['{{eq .Id 5}}', ':1:2: executing "" at <eq .Id 5>: error calling eq: incompatible types for comparison'],
    ['{{upper}}', ':1:2: executing "" at <upper>: wrong number of args for upper: want 1 got 0'],
    ['{{.Id 5}}', ':1:2: executing "" at <.Id>: Id has arguments but cannot be invoked as function'],
  ])('[TPL4] %j fails after an empty line: exit 1', (format, error) => {
    expect(inspect(format)).toEqual(['\n', `template parsing error: template: ${error}\n`, 1])
  })

  it('[TPL5] prints the documents without a format, and as JSON since 23', () => {
    const documents = [{ document: { a: [], b: { c: 1, d: {} } }, type: null }]
    expect(formatInspected('', documents, '28').stdout).toBe(
      '[\n    {\n        "a": [],\n        "b": {\n            "c": 1,\n            "d": {}\n        }\n    }\n]\n',
    )
    expect(formatInspected('', [], '28').stdout).toBe('[]\n')
    expect(formatInspected('json', documents, '28').stdout).toBe('[{"a":[],"b":{"c":1,"d":{}}}]\n')
    expect(formatInspected('json', documents, '20.10').stdout).toBe('json\n')
  })
})

describe('formatList', () => {
  const layout = containerList('28')
  const row = { ID: 'abc', Names: 'web', Image: 'nginx', Status: 'Up 2 seconds', Ports: '', Label: { tier: 'front' } }
  const list = (format: string, quiet = false) => formatList({ layout, rows: [row], format, quiet, client: '28' })

  it('[FMT14] prints the default table, -q, a table of its own or bare rows', () => {
    expect(
      formatList({
        layout: VOLUME_LIST,
        rows: [{ Driver: 'local', Name: 'data' }],
        format: '',
        quiet: false,
        client: '28',
      }).stdout,
    ).toBe('DRIVER    VOLUME NAME\nlocal     data\n')
    expect(list('', true).stdout).toBe('abc\n')
    expect(list('table {{upper .Names}}\\t{{.Image}}').stdout).toBe('NAMES     IMAGE\nWEB       nginx\n')
    expect(list('{{.Names}}: {{.Label "tier"}}').stdout).toBe('web: front\n')
  })

  it('[FMT14] lets -q win over a format in ps only', () => {
    expect(list('{{.Names}}', true)).toEqual({
      stdout: 'abc\n',
      stderr: 'WARNING: Ignoring custom format, because both --format and --quiet are set.\n',
      exitCode: 0,
    })
    expect(list('raw', true).stdout).toBe('container_id: abc\n')
    const rows = [{ Name: 'data' }]
    expect(formatList({ layout: VOLUME_LIST, rows, format: 'x{{.Name}}', quiet: true, client: '28' }).stdout).toBe(
      'xdata\n',
    )
  })

  it('[FMT14] refuses fields that a row has not', () => {
    expect(list('{{.Name}}')).toEqual({
      stdout: '',
      stderr: `template parsing error: template: :1:2: executing "" at <.Name>: can't evaluate field Name in type *formatter.ContainerContext\n`,
      exitCode: 1,
    })
  })
})

describe('limits', () => {
  const run = (source: string) => {
    const parsed = parseTemplate(source)
    return parsed.ok
      ? executeOnDocument(parsed.template, { list: Array.from({ length: 2000 }, () => 'x') }, '28')
      : parsed
  }

  it('[TPL6] ends a template that would go on or print too much', () => {
    expect(run(`{{range .list}}${'{{range $.list}}x{{end}}'.repeat(2)}{{end}}`)).toMatchObject({
      ok: false,
      error: 'template: too many steps',
    })
    expect(run(`{{range .list}}${'y'.repeat(1000)}{{end}}`)).toMatchObject({
      ok: false,
      error: 'template: output too long',
    })
    expect(run('x'.repeat(40_000))).toEqual({ ok: false, error: 'template: :1: template too long' })
    expect(run(`{{${'('.repeat(200)}`)).toMatchObject({ ok: false })
  })
})
