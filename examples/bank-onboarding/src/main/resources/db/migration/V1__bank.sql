-- One citizen is one customer: the subject is the pseudonym under which e-ID names them to this bank.
create table customer (
  id bigint generated always as identity primary key,
  subject text not null unique,
  full_name text not null,
  citizen_id text not null,
  birth_date text not null,
  identified_at timestamptz not null,
  terms_accepted_at timestamptz,
  tax_answer text,
  tax_detail text,
  blocked_at timestamptz
);
create index customer_under_review on customer (tax_detail) where tax_answer = 'UNDER_REVIEW';

-- Money is whole dong.
create table account (
  number text primary key,
  holder text not null,
  customer_id bigint unique references customer,
  balance bigint not null check (balance >= 0),
  opened_at timestamptz not null
);
insert into account (number, holder, balance, opened_at) values
  ('1000000001', 'CÔNG TY ĐIỆN LỰC MẪU', 0, now()),
  ('1000000002', 'TRƯỜNG MẦM NON HOA SEN', 0, now());

-- Prepared when the form was sent, done when it was confirmed: amount and payee never change between.
create table transfer (
  id uuid primary key,
  payer text not null references account,
  payee text not null references account,
  amount bigint not null check (amount > 0),
  message text not null,
  prepared_at timestamptz not null,
  done_at timestamptz,
  -- When the citizen was recognised for it, where it is large.
  recognised_at timestamptz,
  check (payer <> payee)
);
-- One recognition serves one transfer.
create unique index transfer_recognised on transfer (payer, recognised_at);
create index transfer_of_payer on transfer (payer, done_at);
create index transfer_of_payee on transfer (payee, done_at);
