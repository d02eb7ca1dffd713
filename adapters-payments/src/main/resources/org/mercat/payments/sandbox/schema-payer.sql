-- The pages on which payers act; kept of each is only by what it is known again.

create table sandbox.payer_link (
  secret_sha256 text primary key,
  object text not null,
  created_at timestamptz not null
);
