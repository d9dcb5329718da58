import { httpd } from '../programs/httpd'
import { nginx, nginxWorker } from '../programs/nginx'
import { node } from '../programs/node'
import { postgres } from '../programs/postgres'
import { python } from '../programs/python'
import { redisCli } from '../programs/redis-cli'
import { redisServer } from '../programs/redis-server'
import { registryServer } from '../programs/registry-server'
import { CORE_PACK } from './core'
import type { Pack } from './pack'

/** Servers and languages. */
export const SERVERS_PACK: Pack = {
  base: CORE_PACK,
  programs: [nginx, nginxWorker, httpd, redisServer, redisCli, registryServer, postgres, python, node],
  commands: {},
}
