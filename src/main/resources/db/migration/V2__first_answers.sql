-- What was answered to a request with an Idempotency-Key, to be answered again.
create table first_answer (
  key         text primary key,
  fingerprint text        not null,
  job_id      uuid        not null,
  body        text        not null,
  created_at  timestamptz not null
);
create index first_answer_age on first_answer (created_at);
