-- No secret lies here: a link is known by its digest, and what signs events is given from outside.

alter table sandbox.onboarding_link rename column secret to secret_sha256;
update sandbox.onboarding_link
   set secret_sha256 = encode(sha256(convert_to(secret_sha256, 'UTF8')), 'hex');
drop table sandbox.webhook_secret;
