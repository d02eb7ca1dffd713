-- The books of the sandbox: an outside party that happens to live in the same database.

create table sandbox.payment (
  id text primary key,
  operation text not null unique,
  method text not null,
  amount bigint not null check (amount > 0),
  currency text not null check (length(currency) = 3),
  status text not null check (status in ('REQUIRES_ACTION', 'SUCCEEDED', 'FAILED')),
  refunded bigint not null default 0 check (refunded between 0 and amount),
  created_at timestamptz not null
);
create index payment_subject on sandbox.payment (split_part(operation, ':', 2));

create table sandbox.refund (
  id text primary key,
  operation text not null unique,
  payment text not null references sandbox.payment,
  amount bigint not null check (amount > 0),
  currency text not null check (length(currency) = 3),
  status text not null check (status in ('PENDING', 'SUCCEEDED', 'FAILED')),
  answered text not null check (answered in ('PENDING', 'SUCCEEDED', 'FAILED')),
  created_at timestamptz not null
);
create index refund_payment on sandbox.refund (payment);
create index refund_subject on sandbox.refund (split_part(operation, ':', 2));

create table sandbox.account (
  id text primary key,
  operation text not null unique,
  business_name text not null,
  country text not null,
  details_submitted boolean not null default false,
  payouts_enabled boolean not null default false,
  created_at timestamptz not null
);
create index account_subject on sandbox.account (split_part(operation, ':', 2));

create table sandbox.onboarding_link (
  secret text primary key,
  account text not null references sandbox.account,
  created_at timestamptz not null
);
create index onboarding_link_account on sandbox.onboarding_link (account);

create sequence sandbox.event_number;

-- copies: how often it is sent; misses: how many of the first tries get lost on the way.
create table sandbox.event (
  number bigint primary key,
  id text not null unique,
  type text not null,
  object text not null,
  body text not null,
  state text not null check (state in ('PENDING', 'DELIVERED', 'DROPPED', 'DEAD')),
  attempts int not null default 0 check (attempts >= 0),
  copies int not null check (copies > 0),
  misses int not null check (misses >= 0),
  created_at timestamptz not null,
  due_at timestamptz not null
);
create index event_due on sandbox.event (due_at, number) where state = 'PENDING';

create table sandbox.delivery (
  only_row boolean primary key default true check (only_row),
  held boolean not null default false,
  delay_millis int not null default 200 check (delay_millis between 0 and 60000),
  shuffle_millis int not null default 0 check (shuffle_millis between 0 and 60000),
  duplicate_permille int not null default 0 check (duplicate_permille between 0 and 1000),
  drop_permille int not null default 0 check (drop_permille between 0 and 1000),
  seed bigint not null default 0
);
insert into sandbox.delivery default values;

create table sandbox.webhook_secret (
  only_row boolean primary key default true check (only_row),
  secret text not null
);
