-- A job: what was asked, where it stands, what came of it. The row is the truth; messages are nudges.
create table job (
  id              uuid primary key,
  name            text        not null,
  format          text        not null check (format in ('DXF', 'PDF')),
  priority        text        not null check (priority in ('HIGH', 'DEFAULT', 'LOW')),
  state           text        not null check (state in ('PENDING', 'RUNNING', 'RETRY', 'SUCCESS',
                                'FAILURE', 'DEAD_LETTER', 'REPROCESSING', 'CANCELLED')),
  stage           text,
  progress        integer     not null default 0 check (progress between 0 and 100),
  attempt         integer     not null default 0 check (attempt >= 0),
  poison          integer     not null default 0 check (poison >= 0),
  version         bigint      not null default 0,
  lease_token     uuid,
  lease_until     timestamptz,
  lease_owner     text,
  lease_life      uuid,
  due_at          timestamptz not null,
  sent_at         timestamptz,
  sent_count      integer     not null default 0,
  options         jsonb       not null,
  metadata        jsonb       not null,
  callback_url    text,
  input_key       text        not null,
  sha256          text        not null,
  size_bytes      bigint      not null check (size_bytes >= 0),
  result_key      text,
  figures         jsonb,
  retry_of        uuid,
  error_code      text,
  error_message   text,
  error_where     jsonb,
  error_retryable boolean,
  created_at      timestamptz not null,
  started_at      timestamptz,
  finished_at     timestamptz,
  updated_at      timestamptz not null,
  -- Exactly the running ones hold a lease.
  check ((state = 'RUNNING') = (lease_token is not null)),
  check ((lease_token is null) = (lease_until is null))
);
create index job_newest on job (created_at desc, id desc);
create index job_waiting on job (state, due_at) where state in ('PENDING', 'RETRY');
create index job_leased on job (lease_until) where state = 'RUNNING';
create index job_dead on job (finished_at) where state in ('DEAD_LETTER', 'FAILURE');

create table job_stage (
  job_id      uuid    not null references job on delete cascade,
  name        text    not null,
  position    integer not null,
  state       text    not null check (state in ('PENDING', 'RUNNING', 'DONE', 'FAILED', 'SKIPPED')),
  started_at  timestamptz,
  finished_at timestamptz,
  attempts    integer not null default 0,
  millis      bigint,
  primary key (job_id, name)
);

-- Every move ever made, written by the statement that made it.
create table job_audit (
  id         bigint generated always as identity primary key,
  job_id     uuid        not null references job on delete cascade,
  at         timestamptz not null,
  move       text        not null,
  from_state text,
  to_state   text        not null,
  attempt    integer     not null,
  poison     integer     not null,
  who        text        not null,
  detail     text
);
create index job_audit_of on job_audit (job_id, id);

-- Ids to be sent, committed together with what makes them due.
create table outbox (
  id         bigint generated always as identity primary key,
  job_id     uuid        not null references job on delete cascade,
  created_at timestamptz not null,
  held_until timestamptz
);
create index outbox_of on outbox (job_id);

-- A server between its start and its end. It holds the advisory lock of its key as long as it lives.
create table server_life (
  id         uuid primary key,
  lock_key   integer     not null unique,
  worker     text        not null,
  started_at timestamptz not null
);
