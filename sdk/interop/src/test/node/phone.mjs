// The phones of the people: each decides about a push login by itself, after a moment.
import { errors } from 'oidc-provider';
import { acrFor, byAccount, byNumber, wantedAcrs } from './people.mjs';

const MOMENT_MS = 300;

async function approve(provider, request, acr) {
  const grant = new provider.Grant({
    accountId: request.accountId,
    clientId: request.clientId,
  });
  grant.addOIDCScope(request.scope);
  grant.addOIDCClaims(Object.keys(request.claims?.id_token ?? {}));
  await grant.save();
  await provider.backchannelResult(request, grant, {
    acr,
    authTime: Math.floor(Date.now() / 1000),
  });
}

async function decide(provider, request) {
  const person = byAccount(request.accountId);
  const acr = acrFor(person, wantedAcrs(request.params));
  if (person.decides === 'approve' && acr) {
    await approve(provider, request, acr);
  } else if (person.decides === 'approve') {
    const unmet = new errors.CustomOIDCProviderError('unmet_authentication_requirements');
    await provider.backchannelResult(request, unmet);
  } else if (person.decides === 'decline') {
    await provider.backchannelResult(request, new errors.AccessDenied());
  }
}

/** The part of the configuration that is about push logins (CIBA); there is no default for it. */
export const ciba = {
  enabled: true,
  deliveryModes: ['poll', 'ping'],
  processLoginHint: async (ctx, hint) => byNumber(hint)?.accountId,
  validateBindingMessage: async (ctx, message) => {
    if (message !== undefined && !/^[^\p{Cc}]{1,100}$/u.test(message)) {
      throw new errors.InvalidBindingMessage();
    }
  },
  validateRequestContext: async () => {},
  verifyUserCode: async () => {},
  triggerAuthenticationDevice: async (ctx, request) => {
    const { provider } = ctx.oidc;
    setTimeout(() => decide(provider, request).catch(console.error), MOMENT_MS);
  },
};
