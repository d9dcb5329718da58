const nginxConfig = `user www-data;
worker_processes auto;
pid /run/nginx.pid;
error_log /var/log/nginx/error.log;

events {
	worker_connections 768;
}

http {
	include /etc/nginx/mime.types;
	default_type application/octet-stream;
	access_log /var/log/nginx/access.log;
	include /etc/nginx/conf.d/*.conf;
	include /etc/nginx/sites-enabled/*;
}
`

const nginxSite = `server {
	listen 80 default_server;
	listen [::]:80 default_server;
	root /var/www/html;
	index index.html index.htm index.nginx-debian.html;
	server_name _;
}
`

const nginxPage = `<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
</head>
<body>
<h1>Welcome to nginx!</h1>
<p>If you see this page, the nginx web server is successfully installed and
working. Further configuration is required.</p>
</body>
</html>
`

const files: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wget: { '/etc/wgetrc': '' },
  nginx: {
    '/etc/nginx/nginx.conf': nginxConfig,
    '/etc/nginx/mime.types': 'types {\n    text/html  html htm;\n    text/css   css;\n}\n',
    '/etc/nginx/sites-enabled/default': nginxSite,
    '/etc/nginx/conf.d/README': '',
    '/var/www/html/index.nginx-debian.html': nginxPage,
    '/var/log/nginx/access.log': '',
    '/var/log/nginx/error.log': '',
    '/var/lib/nginx/README': '',
  },
}

/** What a package brings beside its programs, path → text. */
export function packageFiles(name: string): Readonly<Record<string, string>> {
  return Object.hasOwn(files, name) ? (files[name] ?? {}) : {}
}
