-- Money that is passed on to payees and paid out to their banks, and every movement of every balance.

create table sandbox.transfer (
  id text primary key,
  operation text not null unique,
  payee text not null references sandbox.account,
  payment text not null references sandbox.payment,
  amount bigint not null check (amount > 0),
  currency text not null check (length(currency) = 3),
  reversed bigint not null default 0 check (reversed between 0 and amount),
  created_at timestamptz not null
);
create index transfer_payment on sandbox.transfer (payment);
create index transfer_payee on sandbox.transfer (payee);
create index transfer_subject on sandbox.transfer (split_part(operation, ':', 2));

create table sandbox.reversal (
  id text primary key,
  operation text not null unique,
  transfer text not null references sandbox.transfer,
  amount bigint not null check (amount > 0),
  currency text not null check (length(currency) = 3),
  created_at timestamptz not null
);
create index reversal_transfer on sandbox.reversal (transfer);

create table sandbox.payout (
  id text primary key,
  operation text not null unique,
  payee text not null references sandbox.account,
  amount bigint not null check (amount > 0),
  currency text not null check (length(currency) = 3),
  status text not null check (status in ('SUCCEEDED', 'FAILED')),
  created_at timestamptz not null
);
create index payout_payee on sandbox.payout (payee);
create index payout_subject on sandbox.payout (split_part(operation, ':', 2));

-- owner: the account of a payee, or 'platform'. A balance is the sum of its movements.
create table sandbox.movement (
  number bigint generated always as identity primary key,
  owner text not null,
  kind text not null check (kind in
    ('CHARGE', 'REFUND', 'REFUND_FAILURE', 'TRANSFER', 'REVERSAL', 'PAYOUT', 'PAYOUT_FAILURE')),
  source text not null,
  operation text not null,
  amount bigint not null check (amount <> 0),
  currency text not null check (length(currency) = 3),
  created_at timestamptz not null
);
create index movement_owner on sandbox.movement (owner, currency, number);

insert into sandbox.movement (owner, kind, source, operation, amount, currency, created_at)
select 'platform', kind, id, operation, amount, currency, created_at
  from (select 'CHARGE' as kind, id, operation, amount, currency, created_at
          from sandbox.payment where status = 'SUCCEEDED'
        union all
        select 'REFUND', id, operation, -amount, currency, created_at
          from sandbox.refund where status <> 'FAILED') moved
 order by created_at, id;
