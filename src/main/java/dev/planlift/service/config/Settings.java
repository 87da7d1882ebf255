package dev.planlift.service.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Everything that can be set, under {@code planlift.}: the record's names are the keys' ({@code
 * planlift.retry.base}, also read from the environment as {@code PLANLIFT_RETRY_BASE}). Durations
 * are written {@code 250ms}, {@code 30s}, {@code 5m}, {@code 24h}, {@code 7d} or as ISO 8601.
 *
 * @param home folder of the installation: holds the runner's jar
 * @param data folder of everything that is kept: files, message store, scratch
 */
public record Settings(
    @DefaultValue(".") Path home,
    @DefaultValue("data") Path data,
    Intake intake,
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
    Checkpoint checkpoint) {

  /**
   * What is taken.
   *
   * @param dxfMaxBytes the largest DXF; the byte after is refused
   * @param minFreeBytes with less room on the disk nothing is taken
   * @param minFreeShare the same as a share of the disk, 0 to 1
   * @param rateLimit whether clients are limited; load tests switch it off
   * @param fileUrlPrefixes addresses that files may be fetched from
   */
  public record Intake(
      @DefaultValue("100MiB") ByteSize dxfMaxBytes,
      @DefaultValue("500MiB") ByteSize pdfMaxBytes,
      @DefaultValue("4KiB") ByteSize metadataMaxBytes,
      @DefaultValue("1GiB") ByteSize minFreeBytes,
      @DefaultValue("0.05") double minFreeShare,
      @DefaultValue("10000") int maxQueued,
      @DefaultValue("true") boolean rateLimit,
      @DefaultValue("100") int requestsPerMinute,
      @DefaultValue("") List<String> fileUrlPrefixes) {
    public Intake {
      Check.that(minFreeShare >= 0 && minFreeShare < 1, "minFreeShare lies between 0 and 1");
      Check.positive("maxQueued", maxQueued);
      Check.positive("requestsPerMinute", requestsPerMinute);
      fileUrlPrefixes = List.copyOf(fileUrlPrefixes);
    }
  }

  /**
   * How often, and when, work that failed for an outside reason is tried again.
   *
   * @param retries tries after the first
   * @param base upper bound of the first back-off; doubles with each attempt
   * @param cap upper bound of every back-off
   * @param poisonLimit so many deaths of its runner or server, and a job is poison
   */
  public record Retry(
      @DefaultValue("3") int retries,
      @DefaultValue("60s") Duration base,
      @DefaultValue("600s") Duration cap,
      @DefaultValue("3") int poisonLimit) {
    public Retry {
      Check.that(retries >= 0, "retries is not negative");
      Check.positive("base", base);
      Check.that(cap.compareTo(base) >= 0, "cap is not shorter than base");
      Check.positive("poisonLimit", poisonLimit);
    }
  }

  /**
   * How long a running job is believed without a sign of life.
   *
   * @param watch how often a worker looks whether its job is still its own: a cancel reaches it
   *     within this time
   */
  public record Lease(
      @DefaultValue("30s") Duration length,
      @DefaultValue("10s") Duration heartbeat,
      @DefaultValue("500ms") Duration watch) {
    public Lease {
      Check.positive("heartbeat", heartbeat);
      Check.positive("watch", watch);
      Check.that(
          length.compareTo(heartbeat.multipliedBy(2)) >= 0, "length is at least two heartbeats");
    }
  }

  /**
   * The child JVMs.
   *
   * @param recycleAfter conversions after which a child is replaced
   * @param classPath the runner's jar; where empty, {@code target/planlift-cli.jar} of the home
   * @param jvmArguments more arguments for the children's JVM, divided by commas
   * @param drain what runs may finish within this when the server is stopped; shorter than the 30 s
   *     that the server itself waits
   */
  public record Runner(
      @DefaultValue("100") int recycleAfter,
      @DefaultValue("") String classPath,
      @DefaultValue("") List<String> jvmArguments,
      @DefaultValue("20s") Duration drain) {
    public Runner {
      Check.positive("drain", drain);
      Check.positive("recycleAfter", recycleAfter);
      jvmArguments = List.copyOf(jvmArguments);
    }
  }

  /**
   * The limits of one format's conversions.
   *
   * @param concurrency conversions at a time; 0: as many as there are cores (PDF: two)
   * @param heap the child's Java heap
   * @param maxResident resident memory over which a child is replaced after its job
   * @param soft after this the runner is asked to stop
   * @param hard after this its process is killed
   */
  public record Limits(
      @DefaultValue("0") int concurrency,
      @DefaultValue("2GiB") ByteSize heap,
      @DefaultValue("3GiB") ByteSize maxResident,
      @DefaultValue("240s") Duration soft,
      @DefaultValue("300s") Duration hard) {
    public Limits {
      Check.that(concurrency >= 0, "concurrency is not negative");
      Check.positive("soft", soft);
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
  public record Queue(@DefaultValue("engine") Broker broker, @DefaultValue("5s") Duration confirm) {
    public Queue {
      Check.positive("confirm", confirm);
    }

    /** Who keeps the queues. */
    public enum Broker {
      ENGINE,
      RABBITMQ
    }
  }

  /**
   * Where files are kept.
   *
   * @param kind {@code folder}, below the data folder, or {@code s3}; set by the profile
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
   * @param prefix put before each key, so that several may share a bucket
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
      @DefaultValue("8MiB") ByteSize partSize,
      @DefaultValue("3") int attempts,
      @DefaultValue("60s") Duration timeout,
      @DefaultValue("true") boolean conditional,
      @DefaultValue("") String publicEndpoint,
      @DefaultValue("false") boolean redirects,
      @DefaultValue("10m") Duration signedFor) {
    private static final long SMALLEST_PART = 5L << 20;
    private static final Duration SIGNED_BELOW = Duration.ofMinutes(15);

    public S3 {
      Check.that(partSize.bytes() >= SMALLEST_PART, "partSize is at least 5MiB, as S3 demands");
      Check.positive("attempts", attempts);
      Check.positive("timeout", timeout);
      Check.positive("signedFor", signedFor);
      Check.that(signedFor.compareTo(SIGNED_BELOW) < 0, "signedFor is less than 15m");
    }

    /** Without the secret. */
    @Override
    public String toString() {
      return "S3[" + endpoint + " " + bucket + "/" + prefix + "]";
    }
  }

  /** How often the outbox is looked through without a nudge, and how much is sent at once. */
  public record Outbox(
      @DefaultValue("2s") Duration sweep,
      @DefaultValue("100") int batch,
      @DefaultValue("30s") Duration hold) {
    public Outbox {
      Check.positive("sweep", sweep);
      Check.positive("batch", batch);
      Check.positive("hold", hold);
    }
  }

  /**
   * The reaper.
   *
   * @param sweep time between two sweeps
   * @param resend a job nobody took is sent again after this; doubled with each time
   */
  public record Reaper(
      @DefaultValue("2s") Duration sweep,
      @DefaultValue("2m") Duration resend,
      @DefaultValue("200") int batch) {
    public Reaper {
      Check.positive("sweep", sweep);
      Check.positive("resend", resend);
      Check.positive("batch", batch);
    }
  }

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
      @DefaultValue("1h") Duration scan,
      @DefaultValue("") ReprocessPolicy policy,
      @DefaultValue("7d") Duration keep,
      @DefaultValue("24h") Duration keepFailures) {
    public DeadLetters {
      Check.positive("scan", scan);
      Check.positive("keep", keep);
      Check.positive("keepFailures", keepFailures);
    }
  }

  /**
   * What stages made and is kept so that a job can be repeated from there.
   *
   * @param worth stages that took less are run again; those that took longer are kept, if that
   *     takes no more than a quarter of their time and no more room than the drawing; 0s: always,
   *     if there is room
   * @param keep removed so long after the job's end
   */
  public record Checkpoint(@DefaultValue("1s") Duration worth, @DefaultValue("24h") Duration keep) {
    public Checkpoint {
      Check.that(!worth.isNegative(), "worth is not negative");
      Check.positive("keep", keep);
    }
  }

  private static final class Check {
    private Check() {}

    static void that(boolean holds, String rule) {
      if (!holds) {
        throw new IllegalArgumentException(rule);
      }
    }

    static void positive(String name, long number) {
      that(number > 0, name + " is at least 1");
    }

    static void positive(String name, Duration duration) {
      that(duration.isPositive(), name + " is longer than nothing");
    }
  }
}
