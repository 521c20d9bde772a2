import { Logger, type LogFunctionFactory, runMigrations } from 'graphile-worker';
import type postgres from 'postgres';

/** Where graphile-worker keeps its jobs. They name a contract and no address: no wall stands there. */
export const queueSchema = 'graphile_worker';

/** Its lines hold what errors say, which may hold what a statement was given: none of them is written. */
const silence: LogFunctionFactory = () => () => undefined;
export const silentLogger = new Logger(silence);

/** How long a migration may wait for a table: meanwhile everybody else queues behind it. */
export const lockMilliseconds = 3000;

/** Brings the queue's tables to this version, as their owner, and lets the application's role work with them. */
export async function migrateQueue(url: string, owner: postgres.Sql): Promise<void> {
  const patient = new URL(url);
  patient.searchParams.set('lock_timeout', String(lockMilliseconds));
  await runMigrations({
    connectionString: patient.href,
    schema: queueSchema,
    logger: silentLogger,
  });
  await owner.unsafe(permissions);
}

/**
 * The library shuts its tables for everybody but their owner. The application's role adds, takes and ends jobs; it
 * changes no table, and what there is already is not laid down again, since that would wait for every job that runs.
 */
const permissions = `
do $$
declare
  shut text;
begin
  for shut in
    select relname from pg_class
    where relnamespace = '${queueSchema}'::regnamespace and relrowsecurity
      and not exists (select 1 from pg_policy where polrelid = pg_class.oid)
  loop
    execute format('create policy mail_queue on ${queueSchema}.%I to monban_app using (true) with check (true)', shut);
  end loop;
  if not has_schema_privilege('monban_app', '${queueSchema}', 'usage') then
    grant usage on schema ${queueSchema} to monban_app;
    grant select on ${queueSchema}.migrations to monban_app;
    grant select, insert, update, delete on ${queueSchema}._private_jobs to monban_app;
    grant select, insert on ${queueSchema}._private_tasks to monban_app;
    grant select, insert, update on ${queueSchema}._private_job_queues to monban_app;
  end if;
end
$$`;
