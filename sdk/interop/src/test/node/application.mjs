// A web application in another language: openid-client with pushed requests, DPoP and
// private_key_jwt. It is what the library's documentation says, and nothing more.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { importJWK } from 'jose';
import * as oidc from 'openid-client';

const settings = JSON.parse(await readFile(process.argv[2], 'utf8'));
const logins = new Map();
const loggedIn = new Set();
let application;
let known;

async function key() {
  const { kid, ...jwk } = settings.key;
  return { key: await importJWK(jwk, 'ES256'), kid };
}

/** Fetched at the first login, and kept. */
async function configuration() {
  if (!known) {
    const execute = [oidc.allowInsecureRequests];
    if (settings.checksSignatures) {
      execute.push(oidc.enableNonRepudiationChecks);
    }
    known = await oidc.discovery(
      new URL(settings.issuer),
      settings.clientId,
      { id_token_signed_response_alg: 'ES256' },
      oidc.PrivateKeyJwt(await key()),
      { execute },
    );
  }
  return known;
}

async function begin(request, response) {
  const config = await configuration();
  const DPoP = oidc.getDPoPHandle(config, await oidc.randomDPoPKeyPair('ES256'));
  const login = {
    DPoP,
    verifier: oidc.randomPKCECodeVerifier(),
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
  };
  const page = await oidc.buildAuthorizationUrlWithPAR(
    config,
    {
      redirect_uri: `${application}/callback`,
      scope: 'openid',
      acr_values: '2',
      max_age: '300',
      state: login.state,
      nonce: login.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(login.verifier),
      code_challenge_method: 'S256',
      dpop_jkt: await DPoP.calculateThumbprint(),
    },
    { DPoP },
  );
  const session = crypto.randomUUID();
  logins.set(session, login);
  response.setHeader('Set-Cookie', `session=${session}; Path=/; HttpOnly; SameSite=Lax`);
  redirect(response, page.href);
}

async function finish(request, response) {
  const session = sessionOf(request);
  const login = logins.get(session);
  logins.delete(session);
  const config = await configuration();
  const { DPoP } = login;
  const tokens = await oidc.authorizationCodeGrant(
    config,
    new URL(request.url, application),
    {
      pkceCodeVerifier: login.verifier,
      expectedState: login.state,
      expectedNonce: login.nonce,
      maxAge: 300,
      idTokenExpected: true,
    },
    undefined,
    { DPoP },
  );
  await oidc.fetchUserInfo(config, tokens.access_token, tokens.claims().sub, { DPoP });
  loggedIn.add(session);
  redirect(response, '/home');
}

async function home(request, response) {
  const known = loggedIn.has(sessionOf(request));
  response.writeHead(known ? 200 : 401).end(known ? 'Welcome' : 'Log in first.');
}

function sessionOf(request) {
  return /session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
}

function redirect(response, to) {
  response.writeHead(303, { Location: to }).end();
}

const pages = { '/login': begin, '/callback': finish, '/home': home };

const server = createServer(async (request, response) => {
  try {
    await pages[new URL(request.url, application).pathname](request, response);
  } catch (error) {
    console.log(`${error.name} ${error.code ?? ''} ${error.message}`);
    response.writeHead(400).end('No.');
  }
});

server.listen(0, '127.0.0.1', async () => {
  application = `http://127.0.0.1:${server.address().port}`;
  await writeFile(`${process.argv[3]}.tmp`, JSON.stringify({ application }));
  await rename(`${process.argv[3]}.tmp`, process.argv[3]);
});
