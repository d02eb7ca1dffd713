-- Where a payee is reached; nobody knows it of accounts that are there already.

alter table sandbox.account add column email text not null default '';
