// A protected resource on an origin of its own, with nonces of its own (RFC 9449, section 9).
// GET and POST /sandbox/v1/echo, in the shape of the mock server's, need the scope "sandbox".
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { EmbeddedJWK, calculateJwkThumbprint, jwtVerify } from 'jose';

const FRESH_S = 60;
const nonces = new Set();
const seen = new Set();

function nextNonce() {
  const nonce = randomBytes(16).toString('base64url');
  nonces.add(nonce);
  return nonce;
}

class Refusal extends Error {}

function check(holds, error) {
  if (!holds) {
    throw new Refusal(error);
  }
}

async function proofKey(request, url, token) {
  const { payload, protectedHeader } = await jwtVerify(request.headers.dpop ?? '', EmbeddedJWK, {
    algorithms: ['ES256'],
    typ: 'dpop+jwt',
    maxTokenAge: FRESH_S,
  }).catch(() => check(false, 'invalid_dpop_proof'));
  const ath = createHash('sha256').update(token).digest('base64url');
  check(payload.htm === request.method, 'invalid_dpop_proof');
  check(payload.htu === url.origin + url.pathname, 'invalid_dpop_proof');
  check(payload.ath === ath, 'invalid_dpop_proof');
  // Each nonce works once: stricter than most, so that a client must take the latest each time.
  check(nonces.delete(payload.nonce), 'use_dpop_nonce');
  check(!seen.has(payload.jti), 'invalid_dpop_proof');
  seen.add(payload.jti);
  return calculateJwkThumbprint(protectedHeader.jwk);
}

async function authorized(provider, request, url) {
  const [scheme, value] = (request.headers.authorization ?? '').split(' ');
  check(scheme === 'DPoP' && value, 'invalid_token');
  const key = await proofKey(request, url, value);
  const token = await provider.AccessToken.find(value);
  check(token?.isValid && token.jkt === key, 'invalid_token');
  check(token.scopes.has('sandbox'), 'insufficient_scope');
  return token;
}

async function echo(token, request, url) {
  if (request.method === 'GET') {
    return { sub: token.accountId, method: 'GET', query: url.search.slice(1) };
  }
  const body = await text(request);
  const sha256 = createHash('sha256').update(body).digest('hex');
  return { sub: token.accountId, method: 'POST', length: Buffer.byteLength(body), sha256 };
}

function send(response, status, headers, body) {
  response.writeHead(status, {
    'content-type': 'application/json',
    'dpop-nonce': nextNonce(),
    ...headers,
  });
  response.end(JSON.stringify(body));
}

async function answer(provider, request, response) {
  const url = new URL(request.url, `http://${request.headers.host}`);
  try {
    const token = await authorized(provider, request, url);
    send(response, 200, {}, await echo(token, request, url));
  } catch (refusal) {
    const { message: error } = refusal;
    const status = error === 'insufficient_scope' ? 403 : 401;
    console.error('resource refuses', refusal instanceof Refusal ? error : refusal);
    send(response, status, { 'www-authenticate': `DPoP error="${error}", algs="ES256"` }, { error });
  }
}

export const resourceServer = (provider) =>
  createServer((request, response) => answer(provider, request, response));
