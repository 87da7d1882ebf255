package dev.planlift.service.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that can be set, under {@code planlift.}: the records' names are the keys' ({@code
 * planlift.retry.base}, also read from the environment as {@code PLANLIFT_RETRY_BASE}). The reader
 * holds each value against its range; the records' constructors refuse what does not go together.
 * {@code docs/configuration.md} is made of these records: each component says in its {@code @param}
 * what it does.
 *
 * @param home folder of the installation: holds the runner's jar
 * @param data folder of everything that is kept: files, message store, scratch
 * @param intake What is taken.
 * @param fetch How drawings are fetched from addresses.
 * @param retry How often, and when, work that failed for an outside reason is tried again.
 * @param lease How long a running job is believed without a sign of life.
 * @param runner The child JVMs.
 * @param dxf The limits of a DXF's conversion.
 * @param pdf The limits of a PDF's conversion.
 * @param queue The way to the queues.
 * @param storage Where files are kept.
 * @param outbox How ids reach the queues.
 * @param reaper What brings back jobs that nobody works on.
 * @param deadLetters What becomes of dead letters without anybody's doing.
 * @param checkpoint What stages made and is kept so that a job can be repeated from there.
 * @param reuse Whether the same work is done twice.
 * @param retention How long things are kept that nobody asks for.
 * @param engine A second conversion engine, to be tried beside the standard one and then put in its
 *     place, share by share. Whether it is used, and for how much, is no setting of a server:
 *     {@code PUT /api/v1/engines/dxf}.
 */
public record Settings(
    @DefaultValue(".") Path home,
    @DefaultValue("data") Path data,
    Intake intake,
    Fetch fetch,
    Retry retry,
    Lease lease,
    Runner runner,
    Limits dxf,
    Limits pdf,
    Queue queue,
    Storage storage,
    Outbox outbox,
    Reaper reaper,
    DeadLetters deadLetters,
    Checkpoint checkpoint,
    Reuse reuse,
    Retention retention,
    Engines engine) {

  public Settings {
    Check.that(
        outbox.hold().compareTo(queue.confirm()) > 0,
        "outbox.hold is longer than queue.confirm, or another server sends what is being sent");
    Check.that(
        storage.kind() != Storage.Kind.S3 || !storage.s3().bucket().isEmpty(),
        "storage.kind s3 needs storage.s3.bucket");
  }

  /** Where runners find the engine. */
  public String engineClassPath() {
    return runner.classPath().isEmpty()
        ? home.resolve("target").resolve("planlift-cli.jar").toString()
        : runner.classPath();
  }

  /**
   * What is taken.
   *
   * @param dxfMaxBytes the largest DXF; the byte after is refused
   * @param pdfMaxBytes the largest PDF
   * @param metadataMaxBytes the most a request's metadata may hold, as JSON
   * @param minFreeBytes with less room on the disk nothing is taken
   * @param minFreeShare the same as a share of the disk, 0 to 1
   * @param maxQueued with so many jobs waiting no more is taken
   * @param rateLimit whether clients are limited; load tests switch it off
   * @param requestsPerMinute of one client
   * @param fileUrlPrefixes addresses that files may be fetched from, {@code https://host/path/}
   *     each; without any nothing is fetched
   */
  public record Intake(
      @DefaultValue("100MiB") @Range(from = "1") ByteSize dxfMaxBytes,
      @DefaultValue("500MiB") @Range(from = "1") ByteSize pdfMaxBytes,
      @DefaultValue("4KiB") @Range(to = "64KiB") ByteSize metadataMaxBytes,
      @DefaultValue("1GiB") ByteSize minFreeBytes,
      @DefaultValue("0.05") @Range(from = "0", to = "0.99") double minFreeShare,
      @DefaultValue("10000") @Range(from = "1") int maxQueued,
      @DefaultValue("true") boolean rateLimit,
      @DefaultValue("100") @Range(from = "1") int requestsPerMinute,
      @DefaultValue("") List<String> fileUrlPrefixes) {
    public Intake {
      fileUrlPrefixes = List.copyOf(fileUrlPrefixes);
      FileAddresses.under(fileUrlPrefixes);
    }

    /** The addresses under {@code fileUrlPrefixes}. */
    public FileAddresses fileAddresses() {
      return FileAddresses.under(fileUrlPrefixes);
    }
  }

  /**
   * How drawings are fetched from addresses.
   *
   * @param connect the most a connection may take to come about
   * @param read the longest silence in mid-transfer
   * @param total the most all of it may take
   * @param redirects the most that are followed, each only to an address that may be fetched from
   */
  public record Fetch(
      @DefaultValue("5s") @Range(from = "100ms", to = "5m") Duration connect,
      @DefaultValue("15s") @Range(from = "100ms", to = "5m") Duration read,
      @DefaultValue("2m") @Range(from = "1s", to = "1h") Duration total,
      @DefaultValue("3") @Range(from = "0", to = "20") int redirects) {}

  /**
   * How often, and when, work that failed for an outside reason is tried again.
   *
   * @param retries tries after the first
   * @param base upper bound of the first back-off; doubles with each attempt
   * @param cap upper bound of every back-off
   * @param poisonLimit so many deaths of its runner or server, and a job is poison
   */
  public record Retry(
      @DefaultValue("3") @Range(from = "0", to = "100") int retries,
      @DefaultValue("60s") @Range(from = "1ms") Duration base,
      @DefaultValue("600s") @Range(from = "1ms", to = "7d") Duration cap,
      @DefaultValue("3") @Range(from = "1", to = "100") int poisonLimit) {
    public Retry {
      Check.that(cap.compareTo(base) >= 0, "cap is not shorter than base");
    }
  }

  /**
   * How long a running job is believed without a sign of life.
   *
   * @param length after this without a sign another server may take the job
   * @param heartbeat how often a sign is given
   * @param watch how often a worker looks whether its job is still its own: a cancel reaches it
   *     within this time
   */
  public record Lease(
      @DefaultValue("30s") @Range(from = "1s", to = "1h") Duration length,
      @DefaultValue("10s") @Range(from = "100ms") Duration heartbeat,
      @DefaultValue("500ms") @Range(from = "10ms") Duration watch) {
    public Lease {
      Check.that(watch.compareTo(heartbeat) <= 0, "watch is not longer than heartbeat");
      Check.that(
          length.compareTo(heartbeat.multipliedBy(2)) >= 0, "length is at least two heartbeats");
    }
  }

  /**
   * The child JVMs.
   *
   * @param recycleAfter conversions after which a child is replaced
   * @param ping a child that does not answer within this before its next job is replaced
   * @param limits what bounds a child from outside: {@code auto}, {@code cgroup}, {@code process}
   *     or {@code none}
   * @param cpus processors' time that a child may take at once, where control groups hold
   * @param classPath the runner's jar; where empty, {@code target/planlift-cli.jar} of the home
   * @param jvmArguments more arguments for the children's JVM, divided by commas
   * @param drain what runs may finish within this when the server is stopped; shorter than the 30 s
   *     that the server itself waits
   */
  public record Runner(
      @DefaultValue("100") @Range(from = "1") int recycleAfter,
      @DefaultValue("2s") @Range(from = "1ms", to = "1m") Duration ping,
      @DefaultValue("auto") Bounds limits,
      @DefaultValue("2") @Range(from = "0.1", to = "1000") double cpus,
      @DefaultValue("") String classPath,
      @DefaultValue("") List<String> jvmArguments,
      @DefaultValue("20s") @Range(from = "1ms", to = "25s") Duration drain) {
    public Runner {
      jvmArguments = List.copyOf(jvmArguments);
    }

    /** What bounds a child from outside. */
    public enum Bounds {
      AUTO,
      CGROUP,
      PROCESS,
      NONE
    }
  }

  /**
   * The limits of one format's conversions.
   *
   * @param concurrency conversions at a time; 0: as many as there are cores (PDF: two)
   * @param heap the child's Java heap
   * @param maxResident resident memory over which a child is replaced after its job
   * @param nativeMemory what the host gives a child besides its heap; with more its process ends
   * @param soft after this the runner is asked to stop
   * @param hard after this its process is killed
   */
  public record Limits(
      @DefaultValue("0") @Range(from = "0", to = "1000") int concurrency,
      @DefaultValue("2GiB") @Range(from = "64MiB") ByteSize heap,
      @DefaultValue("3GiB") @Range(from = "64MiB") ByteSize maxResident,
      @DefaultValue("2GiB") @Range(from = "256MiB") ByteSize nativeMemory,
      @DefaultValue("240s") @Range(from = "1ms") Duration soft,
      @DefaultValue("300s") @Range(from = "1ms") Duration hard) {
    public Limits {
      Check.that(
          maxResident.bytes() >= heap.bytes(),
          "maxResident is not less than heap, or each job costs a child");
      Check.that(hard.compareTo(soft) >= 0, "hard is not shorter than soft");
    }

    /** Conversions at a time on this machine. */
    public int places() {
      return concurrency == 0 ? Runtime.getRuntime().availableProcessors() : concurrency;
    }
  }

  /**
   * The way to the queues.
   *
   * @param broker {@code engine}, the server's own, or {@code rabbitmq}; set by the profile
   * @param confirm what the broker has not confirmed within this counts as not sent
   */
  public record Queue(
      @DefaultValue("engine") Broker broker,
      @DefaultValue("5s") @Range(from = "100ms", to = "5m") Duration confirm) {
    /** Who keeps the queues. */
    public enum Broker {
      ENGINE,
      RABBITMQ
    }
  }

  /**
   * Where files are kept.
   *
   * @param kind {@code folder}, below the data folder, for one server; {@code s3}, for several
   * @param s3 The bucket, where the kind is {@code s3}.
   */
  public record Storage(@DefaultValue("folder") Kind kind, S3 s3) {
    /** What keeps the files. */
    public enum Kind {
      FOLDER,
      S3
    }
  }

  /**
   * A bucket at a server that speaks S3.
   *
   * @param endpoint the server's address; where empty, Amazon's for the region
   * @param region what it calls its place
   * @param bucket the bucket's name; it must be there
   * @param prefix put before each key, so that several may share a bucket
   * @param accessKey without it and its secret the machine's own credentials
   * @param secretKey belongs to the access key
   * @param pathStyle the bucket stands in the path of addresses, not in their host's name
   * @param conditional whether {@code If-None-Match: *} keeps files from being overwritten; servers
   *     that do not know it need false
   * @param publicEndpoint the server's address as clients outside know it; where empty, endpoint
   * @param redirects whether clients are sent to the bucket for results, by addresses that need no
   *     further right
   * @param signedFor such an address lives so long: less than 15 minutes
   * @param checksums whether the newer checksums are sent; servers that do not know them need false
   *     (an MD5 of each part is always sent)
   * @param partSize what is sent at once, and held in memory for each upload
   * @param attempts tries of one call before it counts as failed
   * @param timeout of one call, with all its tries
   */
  public record S3(
      @DefaultValue("") String endpoint,
      @DefaultValue("us-east-1") String region,
      @DefaultValue("planlift") String bucket,
      @DefaultValue("") String prefix,
      @DefaultValue("") String accessKey,
      @DefaultValue("") String secretKey,
      @DefaultValue("true") boolean pathStyle,
      @DefaultValue("false") boolean checksums,
      @DefaultValue("8MiB") @Range(from = "5MiB", to = "1GiB") ByteSize partSize,
      @DefaultValue("3") @Range(from = "1", to = "20") int attempts,
      @DefaultValue("60s") @Range(from = "100ms") Duration timeout,
      @DefaultValue("true") boolean conditional,
      @DefaultValue("") String publicEndpoint,
      @DefaultValue("false") boolean redirects,
      @DefaultValue("10m") @Range(from = "1s", to = "14m") Duration signedFor) {
    public S3 {
      Check.that(accessKey.isEmpty() == secretKey.isEmpty(), "accessKey and secretKey go together");
      if (!endpoint.isEmpty()) {
        Check.address("endpoint", endpoint);
      }
      if (!publicEndpoint.isEmpty()) {
        Check.address("publicEndpoint", publicEndpoint);
      }
    }

    /** Without the secret. */
    @Override
    public String toString() {
      return "S3[" + endpoint + " " + bucket + "/" + prefix + "]";
    }
  }

  /**
   * How ids reach the queues.
   *
   * @param sweep how often the outbox is looked through without a nudge
   * @param batch ids that are sent at once
   * @param hold what a server took to send and did not is free for others after this
   */
  public record Outbox(
      @DefaultValue("2s") @Range(from = "10ms", to = "10m") Duration sweep,
      @DefaultValue("100") @Range(from = "1", to = "1000") int batch,
      @DefaultValue("30s") @Range(from = "1s") Duration hold) {}

  /**
   * The reaper.
   *
   * @param sweep time between two sweeps
   * @param resend a job nobody took is sent again after this; doubled with each time
   * @param batch jobs that are sent again at once
   */
  public record Reaper(
      @DefaultValue("2s") @Range(from = "10ms", to = "10m") Duration sweep,
      @DefaultValue("2m") @Range(from = "1s") Duration resend,
      @DefaultValue("200") @Range(from = "1", to = "10000") int batch) {}

  /**
   * What becomes of dead letters without anybody's doing.
   *
   * @param scan time between two scans
   * @param policy replaces what docs/errors.md says of second chances: {@code TIMEOUT_ERROR=never,
   *     EXTERNAL=15m}; a code's own word goes before that of its category
   * @param keep dead letters that nobody looked at go after this
   * @param keepFailures rows of jobs that failed by their input go after this
   */
  public record DeadLetters(
      @DefaultValue("1h") @Range(from = "10ms") Duration scan,
      @DefaultValue("") ReprocessPolicy policy,
      @DefaultValue("7d") @Range(from = "1ms") Duration keep,
      @DefaultValue("24h") @Range(from = "1ms") Duration keepFailures) {}

  /**
   * What stages made and is kept so that a job can be repeated from there.
   *
   * @param worth stages that took less are run again; those that took longer are kept, if that
   *     takes no more than a quarter of their time and no more room than the drawing; 0s: always,
   *     if there is room
   * @param keep removed so long after the job's end
   */
  public record Checkpoint(
      @DefaultValue("1s") @Range(from = "0s") Duration worth,
      @DefaultValue("24h") @Range(from = "1ms") Duration keep) {}

  /**
   * Whether the same work is done twice.
   *
   * @param enabled results of the same drawing, options, name and engine are handed out again; load
   *     tests switch it off
   */
  public record Reuse(@DefaultValue("true") boolean enabled) {}

  /**
   * How long things are kept that nobody asks for.
   *
   * @param results results and their drawings, since the last read, where the request does not say
   * @param longest the most that a request may ask for
   * @param jobs rows of jobs whose files have gone
   * @param leftovers files that belong to no job, and uploads that never ended
   * @param sweep time between two looks, of all servers together
   */
  public record Retention(
      @DefaultValue("24h") @Range(from = "1s") Duration results,
      @DefaultValue("30d") @Range(from = "1h") Duration longest,
      @DefaultValue("30d") @Range(from = "1s") Duration jobs,
      @DefaultValue("24h") @Range(from = "1h") Duration leftovers,
      @DefaultValue("1h") @Range(from = "100ms", to = "24h") Duration sweep) {}

  /**
   * A second conversion engine, to be tried beside the standard one and then put in its place.
   *
   * @param dxf The candidate for DXF.
   * @param pdf The candidate for PDF.
   * @param shadow How a candidate's results are compared with the standard's.
   */
  public record Engines(Candidate dxf, Candidate pdf, Shadow shadow) {}

  /**
   * The candidate for one format.
   *
   * @param name what it is called in jobs and metrics: lower case letters, digits, {@code .},
   *     {@code -} and {@code _}; where empty there is none
   * @param classPath its runner's jar; where empty, the standard one's
   * @param jvmArguments arguments for its children's JVM, after those of {@code planlift.runner},
   *     divided by commas
   * @param options what it takes for conversion options that a request does not give, {@code
   *     wallHeight=3} each, divided by commas
   * @param limit a shadow run that takes longer is ended; the standard one's limits hold where it
   *     takes its place
   */
  public record Candidate(
      @DefaultValue("") String name,
      @DefaultValue("") String classPath,
      @DefaultValue("") List<String> jvmArguments,
      @DefaultValue("") List<String> options,
      @DefaultValue("300s") @Range(from = "1ms", to = "1d") Duration limit) {
    /** What jobs that no candidate converts were converted by. */
    public static final String STANDARD = "standard";

    public Candidate {
      jvmArguments = List.copyOf(jvmArguments);
      options = List.copyOf(options);
      Check.that(
          name.matches("[a-z0-9._-]{0,40}") && !name.equals(STANDARD),
          "name is made of at most 40 of a-z, 0-9, '.', '-' and '_', and is not " + STANDARD);
      Check.that(
          options.stream().allMatch(option -> option.matches("\\w+=.+")),
          "options are name=value each");
    }

    /** Whether there is one. */
    public boolean isThere() {
      return !name.isEmpty();
    }

    /** A request's options, and those of this engine that it does not give. */
    public Map<String, String> with(Map<String, String> given) {
      var all = new TreeMap<String, String>();
      for (var option : options) {
        int equals = option.indexOf('=');
        all.put(option.substring(0, equals), option.substring(equals + 1));
      }
      all.putAll(given);
      return all;
    }
  }

  /**
   * How a candidate's results are compared with the standard's.
   *
   * @param position how far the sides of an element may lie from the standard's, metres
   * @param share by how much a category's total length, area and volume may differ
   * @param waiting so many jobs wait for their shadow run on a server; more are left out
   * @param keep what was found, and both results where they differ, are kept so long
   */
  public record Shadow(
      @DefaultValue("0.001") @Range(from = "0.000001", to = "10") double position,
      @DefaultValue("0.001") @Range(from = "0", to = "1") double share,
      @DefaultValue("20") @Range(from = "1", to = "10000") int waiting,
      @DefaultValue("7d") @Range(from = "1s", to = "90d") Duration keep) {}

  private static final class Check {
    private Check() {}

    static void that(boolean holds, String rule) {
      if (!holds) {
        throw new IllegalArgumentException(rule);
      }
    }

    static void address(String name, String text) {
      that(
          text.matches("https?://[^/?#\\s]+([/?#]\\S*)?"),
          name + ": '" + text + "' is no address, http://host/ or https://host/");
    }
  }
}
