-- What payers' banks contest, warn of, take and give back; and what the market answers.

create table sandbox.dispute (
  id text primary key,
  operation text not null,
  payment text not null references sandbox.payment,
  status text not null check (status in
    ('INQUIRY', 'INQUIRY_UNDER_REVIEW', 'INQUIRY_CLOSED', 'NEEDS_RESPONSE', 'UNDER_REVIEW', 'WON',
     'LOST')),
  amount bigint not null check (amount > 0),
  currency text not null check (length(currency) = 3),
  withdrawn bigint not null check (withdrawn between 0 and amount),
  fees bigint not null check (fees >= 0),
  submissions int not null default 0 check (submissions >= 0),
  created_at timestamptz not null
);
create index dispute_payment on sandbox.dispute (payment);
create index dispute_subject on sandbox.dispute (split_part(operation, ':', 2));
create index dispute_created on sandbox.dispute (created_at, id);

create table sandbox.evidence (
  key text primary key,
  dispute text not null references sandbox.dispute,
  request_sha256 text not null,
  created_at timestamptz not null
);
create index evidence_dispute on sandbox.evidence (dispute);

create table sandbox.fraud_warning (
  id text primary key,
  operation text not null,
  created_at timestamptz not null
);

-- fee: what the gateway has kept besides, of the platform's balance.
alter table sandbox.movement
  add column fee bigint not null default 0,
  drop constraint movement_kind_check,
  add constraint movement_kind_check check (kind in
    ('CHARGE', 'REFUND', 'REFUND_FAILURE', 'TRANSFER', 'REVERSAL', 'PAYOUT', 'PAYOUT_FAILURE',
     'DISPUTE'));
