-- Where a waiting job stands in the line of its format, and what the latest of it took.
create index job_line on job (format, priority, due_at, id) where state in ('PENDING', 'RETRY');
create index job_recent on job (format, finished_at desc) where state = 'SUCCESS' and attempt = 1;
create index job_dead_letter on job (finished_at desc, id desc) where state = 'DEAD_LETTER';

-- A drawing that is still to be fetched, or was, from an address; until then its bytes are unknown:
-- sha256 is empty and size_bytes 0.
alter table job
  add column file_url   text,
  add column fetched_at timestamptz,
  add check (fetched_at is null or file_url is not null);
