import type { SecretKind } from './aliases'

/** Where a secret stands: what is before it (group 1, kept) and the secret itself (group 2). Never across lines. */
interface SecretPattern {
  readonly kind: SecretKind
  readonly pattern: RegExp
}

/** Every repetition has a bound: these run on whatever is pasted. The first that takes a place wins. */
export const SECRET_PATTERNS: readonly SecretPattern[] = [
  // docker login -p …, --password …, --password=…
  {
    kind: 'password',
    pattern:
      /(\b(?:docker|podman|buildah|skopeo|oras)[ \t]{1,9}login\b[^\n|;&]{0,300}?[ \t](?:-p|--password)(?:[ \t]{1,9}|=)['"]?)([^\s'"|;&$]{1,300})/g,
  },
  // echo … | docker login --password-stdin, and a here-string
  {
    kind: 'password',
    pattern:
      /(\b(?:echo|printf)[ \t]{1,9}(?:-n[ \t]{1,9})?['"]?)([^\s'"|$]{1,300})(?=['"]?[ \t]{0,9}\|[ \t]{0,9}(?:sudo[ \t]{1,9})?(?:docker|podman)[ \t]{1,9}login\b)/g,
  },
  { kind: 'password', pattern: /(\bdocker[ \t]{1,9}login\b[^\n|;&]{0,300}<<<[ \t]{0,9}['"]?)([^\s'"$]{1,300})/g },
  // What was typed at a question, or told by a program
  {
    kind: 'password',
    pattern: /(\b(?:Password|Mot de passe|Passphrase)(?: for [^\n:]{1,80})?[ \u00a0]?:[ \t]{1,9})(\S{1,200})/gi,
  },
  { kind: 'token', pattern: /(\bone-time device confirmation code is: )([A-Z0-9]{4}-[A-Z0-9]{4})/g },
  // PASSWORD=…, API_KEY=… in environments, Dockerfiles and inspected documents
  {
    kind: 'password',
    pattern:
      /(\b(?:[A-Z0-9]{1,30}_){0,5}(?:PASSWORD|PASSWD|PASSPHRASE|PASS|PWD|SECRET|TOKEN|APIKEY|API_KEY|ACCESS_KEY|SECRET_KEY|PRIVATE_KEY|CREDENTIALS?)(?:_[A-Z0-9]{1,30}){0,3}=['"]?)([^\s'"$`,;|&()[\]{}/\\]{1,300})/gi,
  },
  { kind: 'password', pattern: /(\bmysql(?:dump|admin)?\b[^\n|;&]{0,200}?[ \t]-p)([^\s'"$|;&]{1,200})/g },
  {
    kind: 'password',
    pattern: /(\bcurl\b[^\n|;&]{0,300}?[ \t](?:-u|--user)[ =]['"]?[^\s:'"]{1,100}:)([^\s'"$]{1,200})/g,
  },
  { kind: 'password', pattern: /(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@'"]{1,100}:)([^\s@/'"$]{1,200})(?=@)/gi },
  // Headers, and what the client keeps of a login
  {
    kind: 'token',
    pattern:
      /(\b(?:Proxy-Authorization|Authorization|X-Registry-Auth|X-Api-Key|X-Auth-Token|Private-Token)['"]?[ \t]{0,9}[:=][ \t]{0,9}['"]?(?:Bearer |Basic |Token )?)([A-Za-z0-9._~+/=-]{6,4000})/gi,
  },
  { kind: 'token', pattern: /(\bBearer[ \t]{1,9})([A-Za-z0-9._~+/=-]{12,4000})/g },
  {
    kind: 'token',
    pattern:
      /("(?:auth|identitytoken|registrytoken|password|secret|token)"[ \t]{0,9}:[ \t]{0,9}")([^"\n]{4,4000})(?=")/gi,
  },
  // Tokens that tell themselves by how they begin
  {
    kind: 'token',
    pattern:
      /((?<![A-Za-z0-9_-]))((?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255}|glpat-[A-Za-z0-9_-]{16,100}|dckr_[po]at_[A-Za-z0-9_-]{16,100}|xox[abprs]-[A-Za-z0-9-]{10,200}|npm_[A-Za-z0-9]{36}|hf_[A-Za-z0-9]{30,100}|sk-[A-Za-z0-9_-]{20,200}|pypi-[A-Za-z0-9_-]{20,300}|(?:AKIA|ASIA)[A-Z0-9]{16}|AIza[A-Za-z0-9_-]{35}|eyJ[A-Za-z0-9_-]{8,2000}\.[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{0,2000}))(?![A-Za-z0-9_-])/g,
  },
  {
    kind: 'email',
    pattern:
      /((?<![\w.+%@/\\-]))([A-Za-z0-9][\w.+%-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,24})(?![\w@-])/g,
  },
  {
    kind: 'host',
    pattern:
      /((?<![\w.@-]))((?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,5}(?:local|lan|home|corp|internal|intra|intranet|private|localdomain))(?![\w.-])/gi,
  },
  // Home folders
  {
    kind: 'user',
    pattern:
      /((?:\/home\/|\/Users\/|\/[cd]\/Users\/|\b[A-Za-z]:[\\/]{1,2}Users[\\/]{1,2}))([^\s/\\:'"<>|*?,;()$@]{1,64})/g,
  },
]

/** What stands in a secret's place and is none. */
const PLAIN =
  /^(?:yes|no|true|false|null|none|[01]|random|auto|password|motdepasse|secret|token|changeme|\*{1,20}|<[^>]{1,60}>|your[-_]\w{1,30}|x{2,40})$/i

/** Accounts and machines that are nobody's own: they come with a system or a course. */
const COMMON =
  /^(?:root|student|etudiant|user|utilisateur|users|admin|administrator|administrateur|ubuntu|debian|fedora|centos|alpine|kali|mint|arch|pi|vagrant|docker|dockeruser|moby|ec2-user|azureuser|runner|codespace|vscode|gitpod|node\d?|manager\d?|worker\d?|app|appuser|www-data|nginx|postgres|mysql|redis|jenkins|git|guest|test|demo|public|shared|default|all|host|localhost|localdomain|pc|server|serveur|vm|desktop|laptop|linux|raspberrypi|buildkitsandbox|docker-desktop|linuxkit)$/i

/** Docker's own names for the host, and addresses that nobody keeps to themselves: those of images' makers too. */
const PUBLIC =
  /^(?:(?:host|gateway|kubernetes|vm)\.docker\.internal|localhost\.localdomain|metadata\.google\.internal|git@.{1,80}|.{1,64}@(?:example|nginx|docker|redis|postgresql|debian|ubuntu|canonical|python|oracle|apache|alpinelinux|centos|fedoraproject|github|gitlab|kernel|gnu)\.(?:com|org|net|io)|noreply@.{1,80})$/i

/** Whether a word found in a secret's place may stay. */
export function isNoSecret(kind: SecretKind, word: string): boolean {
  switch (kind) {
    case 'user':
      return COMMON.test(word)
    case 'host':
      return (
        COMMON.test(word) ||
        PUBLIC.test(word) ||
        /^[0-9a-f]{12}$/.test(word) ||
        /^\d{1,3}(?:[.-]\d{1,3}){3}$/.test(word)
      )
    case 'email':
      return PUBLIC.test(word)
    default:
      return PLAIN.test(word)
  }
}
