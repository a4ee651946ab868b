// The login pages, headless: whoever sits at the browser logs in and decides by themselves, so a
// plain HTTP client that follows redirects with cookies ends at the application's callback.
import { acrFor, byNumber, wantedAcrs } from './people.mjs';

let seated = byNumber('099085000011');

/** Puts a person in front of the browser. */
export function seat(number) {
  seated = byNumber(number) ?? seated;
}

function login(params) {
  const acr = acrFor(seated, wantedAcrs(params));
  return acr
    ? { login: { accountId: seated.accountId, acr } }
    : { error: 'unmet_authentication_requirements' };
}

async function consent(provider, { params, prompt, session }) {
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  grant.addOIDCClaims(prompt.details.missingOIDCClaims ?? []);
  return { consent: { grantId: await grant.save() } };
}

async function decision(provider, details) {
  if (seated.decides === 'decline') {
    return { error: 'access_denied' };
  }
  return details.prompt.name === 'login' ? login(details.params) : consent(provider, details);
}

/** Answers GET /interaction/... */
export async function interact(provider, request, response) {
  if (seated.decides === 'ignore') {
    return response.end('Nobody sits here.');
  }
  const details = await provider.interactionDetails(request, response);
  return provider.interactionFinished(request, response, await decision(provider, details));
}
