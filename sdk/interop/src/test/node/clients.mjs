// The registered applications. FAPI 2.0 asks for nearly every line: private_key_jwt with one fixed
// algorithm, pushed requests, DPoP-bound tokens. Redirect and logout addresses are https, as in
// production; the browser of the tests stops there, and the provider's own calls to them are led
// to the test (see configuration.mjs).
const application = 'https://app.example';

const common = {
  token_endpoint_auth_method: 'private_key_jwt',
  token_endpoint_auth_signing_alg: 'ES256',
  require_pushed_authorization_requests: true,
  dpop_bound_access_tokens: true,
  response_types: ['code'],
  grant_types: ['authorization_code', 'refresh_token', 'urn:openid:params:grant-type:ciba'],
  redirect_uris: [`${application}/callback`],
  post_logout_redirect_uris: [`${application}/signed-out`],
  backchannel_logout_uri: `${application}/backchannel-logout`,
  backchannel_logout_session_required: true,
};

/** Of the key sets that the test made: one application polls, the other is pinged and encrypted. */
export function clients(keySets) {
  return [
    {
      ...common,
      client_id: 'clinic',
      jwks: keySets.clinic,
      id_token_signed_response_alg: 'ES256',
      backchannel_token_delivery_mode: 'poll',
    },
    {
      ...common,
      client_id: 'pharmacy',
      jwks: keySets.pharmacy,
      id_token_signed_response_alg: 'PS256',
      id_token_encrypted_response_alg: 'ECDH-ES',
      id_token_encrypted_response_enc: 'A256GCM',
      backchannel_token_delivery_mode: 'ping',
      backchannel_client_notification_endpoint: `${application}/ping`,
    },
  ];
}
