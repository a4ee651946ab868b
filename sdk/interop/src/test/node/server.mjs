// Starts the provider and its resource on free ports of the loopback interface, and tells both in a
// file. Usage: node server.mjs settings.json ready.json
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';
import { configuration } from './configuration.mjs';
import { interact, seat } from './interactions.mjs';
import { resourceServer } from './resource.mjs';

const [, , settingsFile, readyFile] = process.argv;
const settings = JSON.parse(readFileSync(settingsFile, 'utf8'));

const listen = (server) =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${server.address().port}`));
  });

function tellRefusals(provider) {
  const emit = provider.emit.bind(provider);
  provider.emit = (event, ...details) => {
    if (event.endsWith('error')) {
      const error = details.find((detail) => detail instanceof Error);
      console.error(event, error?.error ?? error, error?.error_description, error?.error_detail);
    }
    return emit(event, ...details);
  };
}

function route(provider, request, response) {
  const url = new URL(request.url, provider.issuer);
  if (url.pathname === '/seat') {
    seat(url.searchParams.get('number'));
    return response.end();
  }
  return url.pathname.startsWith('/interaction/')
    ? interact(provider, request, response)
    : provider.callback()(request, response);
}

const front = createServer();
const issuer = await listen(front);
const provider = new Provider(issuer, await configuration(settings));
tellRefusals(provider);
front.on('request', (request, response) => {
  Promise.resolve(route(provider, request, response)).catch((error) => {
    console.error(error);
    response.writeHead(500).end();
  });
});
const resource = await listen(resourceServer(provider));

writeFileSync(`${readyFile}.part`, JSON.stringify({ issuer, resource }));
renameSync(`${readyFile}.part`, readyFile);
