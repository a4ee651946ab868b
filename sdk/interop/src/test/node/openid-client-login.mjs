// A whole application on openid-client: node openid-client-login.mjs settings.json result.json
import { readFile, writeFile } from 'node:fs/promises';
import { importJWK } from 'jose';
import * as client from 'openid-client';

const settings = JSON.parse(await readFile(process.argv[2], 'utf8'));
const result = { refused: {} };

const key = {
  key: await importJWK(settings.key, 'ES256'),
  kid: settings.key.kid,
};

async function discovered(modify) {
  return client.discovery(
    new URL(settings.issuer),
    settings.clientId,
    { use_mtls_endpoint_aliases: false },
    client.PrivateKeyJwt(key, { [client.modifyAssertion]: (header, payload) => modify?.(payload) }),
    { execute: [client.allowInsecureRequests] },
  );
}

const config = await discovered();
const keyPair = await client.randomDPoPKeyPair('ES256');
const DPoP = client.getDPoPHandle(config, keyPair);

async function pushed(changes = {}, using = config) {
  const verifier = client.randomPKCECodeVerifier();
  const asked = {
    redirect_uri: settings.callback,
    scope: 'openid offline_access',
    prompt: 'consent',
    state: client.randomState(),
    nonce: client.randomNonce(),
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...changes,
  };
  const page = await client.buildAuthorizationUrlWithPAR(using, asked, { DPoP });
  return { page, verifier, asked };
}

// The citizen at the browser decides at once, so a redirect is all that a browser would see.
async function visit(page) {
  const answer = await fetch(page, { redirect: 'manual' });
  if (answer.status !== 303) {
    throw Object.assign(new Error('no way back'), { error: `page ${answer.status}` });
  }
  return new URL(answer.headers.get('location'));
}

async function exchange(login, back, changes = {}, options = { DPoP }) {
  return client.authorizationCodeGrant(
    config,
    back,
    {
      pkceCodeVerifier: changes.verifier ?? login.verifier,
      expectedState: login.asked.state,
      expectedNonce: login.asked.nonce,
      idTokenExpected: true,
    },
    {},
    options,
  );
}

async function refused(name, attempt) {
  try {
    await attempt();
    result.refused[name] = 'accepted';
  } catch (e) {
    result.refused[name] = e.error ?? e.cause?.error ?? `${e.name}: ${e.message}`;
  }
}

async function redirectLogin() {
  const login = await pushed();
  const back = await visit(login.page);
  const tokens = await exchange(login, back);
  result.subject = tokens.claims().sub;
  result.tokenType = tokens.token_type;
  const info = await client.fetchUserInfo(config, tokens.access_token, result.subject, { DPoP });
  result.userinfo = info.sub;
  const renewed = await client.refreshTokenGrant(config, tokens.refresh_token, {}, { DPoP });
  result.renewed = renewed.access_token !== tokens.access_token;
  await refused('code used twice', () => exchange(login, back));
  await refused('request_uri used twice', () => visit(login.page));
  const out = client.buildEndSessionUrl(config, {
    id_token_hint: tokens.id_token,
    post_logout_redirect_uri: settings.signedOut,
    state: 'bye',
  });
  result.signedOut = (await visit(out)).href;
  await refused('refresh after logout', () =>
    client.refreshTokenGrant(config, renewed.refresh_token ?? tokens.refresh_token, {}, { DPoP }));
}

async function pushLogin() {
  const asked = await client.initiateBackchannelAuthentication(config, {
    scope: 'openid',
    login_hint: settings.citizen,
    binding_message: '4711',
  });
  const tokens = await client.pollBackchannelAuthenticationGrant(config, asked, {}, { DPoP });
  result.pushSubject = tokens.claims().sub;
  await refused('push used twice', () =>
    client.genericGrantRequest(
      config,
      'urn:openid:params:grant-type:ciba',
      { auth_req_id: asked.auth_req_id },
      { DPoP },
    ));
}

async function serviceToken() {
  const tokens = await client.clientCredentialsGrant(config, { scope: 'consent' }, { DPoP });
  result.serviceScope = tokens.scope;
}

async function mistakes() {
  await refused('redirect uri with a slash more', () => pushed({ redirect_uri: `${settings.callback}/` }));
  await refused('plain challenge', () => pushed({ code_challenge_method: 'plain' }));
  const late = await discovered((payload) => {
    payload.iat -= 600;
    payload.nbf -= 600;
    payload.exp = payload.iat + 60;
  });
  await refused('expired assertion', () => pushed({}, late));
  const astray = await discovered((payload) => { payload.aud = `${settings.issuer}/token`; });
  await refused('token endpoint as audience', () => pushed({}, astray));
  const guessed = await pushed();
  const back = await visit(guessed.page);
  await refused('another verifier', () =>
    exchange(guessed, back, { verifier: client.randomPKCECodeVerifier() }));
  const bare = await pushed();
  const unbound = await visit(bare.page);
  await refused('no proof', () => exchange(bare, unbound, {}, {}));
  const moved = await pushed();
  const elsewhere = await visit(moved.page);
  await refused('another redirect uri', () =>
    exchange(moved, new URL(settings.otherCallback + elsewhere.search)));
  const stolen = await pushed();
  const taken = await visit(stolen.page);
  const other = client.getDPoPHandle(config, await client.randomDPoPKeyPair('ES256'));
  await refused('another key', () => exchange(stolen, taken, {}, { DPoP: other }));
}

try {
  await redirectLogin();
  await pushLogin();
  await serviceToken();
  await mistakes();
} catch (e) {
  result.failed = `${e.stack} ${JSON.stringify(e.cause ?? {})} ${e.error_description ?? ''}`;
}
await writeFile(process.argv[3], JSON.stringify(result, null, 2));
