-- Customers, the methods of payment that are kept for them, and how these were set up.

create table sandbox.payer (
  id text primary key,
  operation text not null unique,
  forgotten boolean not null default false,
  created_at timestamptz not null
);

create table sandbox.setup (
  id text primary key,
  operation text not null unique,
  payer text not null references sandbox.payer,
  method text not null,
  status text not null check (status in ('REQUIRES_ACTION', 'SUCCEEDED', 'FAILED')),
  kept text unique,
  removed boolean not null default false,
  created_at timestamptz not null,
  check ((kept is not null) = (status = 'SUCCEEDED'))
);
create index setup_payer on sandbox.setup (payer);
