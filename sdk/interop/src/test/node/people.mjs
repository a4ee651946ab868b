// The people of this provider: the same synthetic ones as those of the mock server. It knows their
// numbers only to find them by (CIBA's login_hint) and tells nobody: it is a plain provider.
const people = [
  {
    number: '099085000011',
    accountId: 'f3b1c2a4',
    decides: 'approve',
    reachesAcr: 4,
    claims: { name: 'Nguyễn Văn An', birthdate: '1985-03-12', gender: 'male' },
  },
  {
    number: '099192000022',
    accountId: '8d05e671',
    decides: 'approve',
    reachesAcr: 2,
    claims: { name: 'Trần Thị Bình', birthdate: '1992-07-24', gender: 'female' },
  },
  {
    number: '099075000112',
    accountId: '27ac9f30',
    decides: 'decline',
    reachesAcr: 4,
    claims: { name: 'Trịnh Nam', gender: 'male' },
  },
  {
    number: '099198000123',
    accountId: 'b914d7e2',
    decides: 'ignore',
    reachesAcr: 4,
    claims: { name: 'Dương Thị Oanh', gender: 'female' },
  },
];

export const byNumber = (number) => people.find((person) => person.number === number);

export const byAccount = (accountId) => people.find((person) => person.accountId === accountId);

/** The first of the wanted levels that a person reaches; the ordinary one where none is wanted. */
export function acrFor(person, wanted) {
  const reached = (acr) => Number(acr) >= 1 && Number(acr) <= person.reachesAcr;
  return wanted.length === 0 ? '2' : wanted.find(reached);
}

/** The levels that a request asks for: acr_values, or the claims parameter. */
export function wantedAcrs(params) {
  const claims = typeof params.claims === 'string' ? JSON.parse(params.claims) : params.claims;
  const { value, values } = claims?.id_token?.acr ?? {};
  return values ?? (value ? [value] : (params.acr_values?.split(' ') ?? []));
}
