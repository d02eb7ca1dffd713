--liquibase formatted sql

--changeset mercat:money-refers-to-providers
alter table payment
  add constraint payment_provider foreign key (tenant_id, provider_id) references provider;
alter table payment_operation
  add constraint payment_operation_provider
    foreign key (tenant_id, provider_id) references provider;
alter table payee
  add constraint payee_provider foreign key (tenant_id, provider_id) references provider;
