-- Whose market a booking or a provider is of: its events name it.

create table sandbox.customer (
  subject text primary key,
  tenant text not null
);
