// oidc-provider in the FAPI 2.0 Security Profile. What its defaults leave open, and FAPI 2.0 or the
// SDK needs, is set here, each with its reason.
import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import { clients } from './clients.mjs';
import { byAccount } from './people.mjs';
import { ciba } from './phone.mjs';

async function signingKey(alg) {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  return { ...(await exportJWK(privateKey)), alg, use: 'sig', kid: alg };
}

/**
 * The applications' public address is not on this machine: what is sent there, the test gets. The
 * provider's own dispatcher stays out of it, for it refuses loopback addresses.
 */
const towards =
  (application) =>
  (url, { dispatcher, ...options }) =>
    fetch(new URL(new URL(url).pathname, application), options);

async function findAccount(ctx, accountId) {
  const person = byAccount(accountId);
  return person && { accountId, claims: async () => ({ sub: accountId, ...person.claims }) };
}

const features = {
  devInteractions: { enabled: false },
  fapi: { enabled: true, profile: '2.0' },
  pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
  // Off by default: proofs without a nonce of this server are refused.
  dPoP: { enabled: true, nonceSecret: randomBytes(32), requireNonce: () => true },
  claimsParameter: { enabled: true },
  encryption: { enabled: true },
  revocation: { enabled: true },
  backchannelLogout: { enabled: true },
  rpInitiatedLogout: { enabled: true, logoutSource },
  ciba,
};

/** A page of one form that says yes, so that a client without script comes through. */
async function logoutSource(ctx, form) {
  ctx.body = form.replace('</form>', '<input type="hidden" name="logout" value="yes"/></form>');
}

export async function configuration(settings) {
  return {
    features,
    clients: clients(settings.keySets),
    jwks: { keys: [await signingKey('ES256'), await signingKey('PS256')] },
    clientAuthMethods: ['private_key_jwt'],
    // Its own list also has RS256, which the profile forbids (FAPI 2.0, section 5.4).
    enabledJWA: {
      clientAuthSigningAlgValues: ['PS256', 'ES256'],
      idTokenSigningAlgValues: ['PS256', 'ES256'],
      idTokenEncryptionAlgValues: ['ECDH-ES', 'RSA-OAEP-256'],
      idTokenEncryptionEncValues: ['A256GCM', 'A128GCM'],
    },
    clientDefaults: { id_token_signed_response_alg: 'ES256', grant_types: ['authorization_code'] },
    responseTypes: ['code'],
    scopes: ['openid', 'offline_access', 'sandbox'],
    // "sandbox" is no scope of OpenID: it is granted as one, and the resource looks for it.
    acrValues: ['1', '2', '3', '4'],
    claims: {
      openid: ['sub'],
      acr: null,
      auth_time: null,
      sid: null,
      name: null,
      birthdate: null,
      gender: null,
    },
    // FAPI 2.0, section 5.3.2.1: no rotation of refresh tokens.
    rotateRefreshToken: false,
    cookies: { keys: [randomBytes(16).toString('hex')] },
    // So short that the tests can wait for its end.
    ttl: { AccessToken: settings.accessTokenSeconds },
    findAccount,
    fetch: towards(settings.application),
  };
}
