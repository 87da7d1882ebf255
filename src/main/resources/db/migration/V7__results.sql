-- What an engine made of a drawing: it lies in a folder of the storage, under a key of content,
-- options, name and engine, and every job that asks for the same points to the folder.
create table result (
  key          text primary key,
  folder       text        not null unique,
  figures      jsonb       not null,
  made_at      timestamptz not null,
  keep_seconds bigint      not null check (keep_seconds > 0),
  keep_until   timestamptz not null
);
create index result_kept on result (keep_until);

-- How long what came of a job is kept when nobody reads it, where its request says so; whether it was
-- there already; and since when it is gone.
alter table job
  add column keep_seconds bigint check (keep_seconds > 0),
  add column reused       boolean not null default false,
  add column expired_at   timestamptz;
create index job_result on job (result_key) where result_key is not null;
create index job_done on job (finished_at)
  where state in ('SUCCESS', 'CANCELLED') and expired_at is null;
create index job_expired on job (expired_at) where expired_at is not null;

-- Results made so far are their jobs' own.
insert into result (key, folder, figures, made_at, keep_seconds, keep_until)
  select 'job/' || id, result_key, coalesce(figures, '{}'), finished_at, 86400,
    now() + interval '1 day'
  from job where state = 'SUCCESS' and result_key is not null;

-- When something that one server does for all was last begun.
create table turn (
  name     text primary key,
  begun_at timestamptz not null
);
