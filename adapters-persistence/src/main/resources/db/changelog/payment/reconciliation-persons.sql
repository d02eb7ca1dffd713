--liquibase formatted sql

--changeset mercat:reconciliation-by-administrators
call admit('admin', 'select, insert', 'reconciled_day', 'true');
call admit('admin', 'select, insert', 'discrepancy', 'true');
