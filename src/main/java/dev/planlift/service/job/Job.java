package dev.planlift.service.job;

import dev.planlift.error.ErrorCode;
import dev.planlift.error.Place;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as its row stood when it was read. It is written once, when accepted; afterwards only the
 * guarded statements of {@link Moves} and {@link StageEvents} change the row, never this object.
 */
@Entity
@Table(name = "job")
@SuppressWarnings("NullAway.Init") // filled by JPA
public class Job {
  @Id private UUID id;
  private String name;

  @Enumerated(EnumType.STRING)
  private Format format;

  @Enumerated(EnumType.STRING)
  private Priority priority;

  @Enumerated(EnumType.STRING)
  private JobState state;

  @Enumerated(EnumType.STRING)
  private @Nullable Stage stage;

  private int progress;
  private int attempt;
  private int poison;
  private int needs;
  private long version;

  @Column(name = "lease_token")
  private @Nullable UUID leaseToken;

  @Column(name = "lease_until")
  private @Nullable Instant leaseUntil;

  @Column(name = "lease_owner")
  private @Nullable String leaseOwner;

  @Column(name = "due_at")
  private Instant dueAt;

  @Convert(converter = JsonMapConverter.class)
  private Map<String, String> options;

  @Convert(converter = JsonConverter.class)
  private String metadata;

  @Column(name = "callback_url")
  private @Nullable String callbackUrl;

  @Column(name = "input_key")
  private String inputKey;

  private String sha256;

  @Column(name = "size_bytes")
  private long sizeBytes;

  @Column(name = "file_url")
  private @Nullable String fileUrl;

  @Column(name = "fetched_at")
  private @Nullable Instant fetchedAt;

  @Column(name = "result_key")
  private @Nullable String resultKey;

  @Convert(converter = JsonConverter.class)
  private @Nullable String figures;

  @Column(name = "keep_seconds")
  private @Nullable Long keepSeconds;

  private boolean reused;
  private @Nullable String engine;

  @Column(name = "expired_at")
  private @Nullable Instant expiredAt;

  @Column(name = "retry_of")
  private @Nullable UUID retryOf;

  @Column(name = "checkpoint_key")
  private @Nullable String checkpointKey;

  @Enumerated(EnumType.STRING)
  @Column(name = "checkpoint_stage")
  private @Nullable Stage checkpointStage;

  @Convert(converter = JsonMapConverter.class)
  @Column(name = "checkpoint_options")
  private @Nullable Map<String, String> checkpointOptions;

  @Enumerated(EnumType.STRING)
  @Column(name = "begin_stage")
  private @Nullable Stage beginStage;

  @Enumerated(EnumType.STRING)
  @Column(name = "error_code")
  private @Nullable ErrorCode errorCode;

  @Column(name = "error_message")
  private @Nullable String errorMessage;

  @Convert(converter = JsonMapConverter.class)
  @Column(name = "error_where")
  private @Nullable Map<String, String> errorWhere;

  @Column(name = "error_retryable")
  private @Nullable Boolean errorRetryable;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "started_at")
  private @Nullable Instant startedAt;

  @Column(name = "finished_at")
  private @Nullable Instant finishedAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(name = "job_stage", joinColumns = @JoinColumn(name = "job_id"))
  @OrderBy("position")
  private List<JobStage> stages;

  protected Job() {}

  Job(NewJob asked, Instant now) {
    id = asked.id();
    name = asked.name();
    format = asked.format();
    priority = asked.priority();
    state = Move.ACCEPT.to();
    needs = Need.of(asked);
    dueAt = now;
    options = asked.options();
    metadata = asked.metadata();
    callbackUrl = asked.callbackUrl().orElse(null);
    inputKey = asked.inputKey();
    sha256 = asked.sha256();
    sizeBytes = asked.sizeBytes();
    keepSeconds = asked.keep().map(Duration::toSeconds).orElse(null);
    fileUrl = asked.fileUrl().orElse(null);
    retryOf = asked.repeats().map(Repetition::of).orElse(null);
    beginStage = asked.repeats().flatMap(Repetition::begin).orElse(null);
    asked.repeats().flatMap(Repetition::checkpoint).ifPresent(this::start);
    createdAt = now;
    updatedAt = now;
    stages = new ArrayList<>(Stage.of(format).stream().map(JobStage::new).toList());
  }

  private void start(JobCheckpoint from) {
    checkpointKey = from.key();
    checkpointStage = from.last();
    checkpointOptions = from.options();
  }

  public UUID id() {
    return id;
  }

  public String name() {
    return name;
  }

  public Format format() {
    return format;
  }

  public Priority priority() {
    return priority;
  }

  public JobState state() {
    return state;
  }

  /** The stage it is in, or was in when it ended. */
  public Optional<Stage> stage() {
    return Optional.ofNullable(stage);
  }

  /** 0 to 100; never falls. */
  public int progress() {
    return progress;
  }

  /** How often a worker has begun it. */
  public int attempt() {
    return attempt;
  }

  /** How often its runner or its server died over it. */
  public int poison() {
    return poison;
  }

  /** What a server must know to run it. */
  int needs() {
    return needs;
  }

  /** Rises with every change of the row. */
  public long version() {
    return version;
  }

  /** Who may change it while it is running. */
  public Optional<UUID> leaseToken() {
    return Optional.ofNullable(leaseToken);
  }

  public Optional<Instant> leaseUntil() {
    return Optional.ofNullable(leaseUntil);
  }

  /** The worker that holds the lease, for people. */
  public Optional<String> leaseOwner() {
    return Optional.ofNullable(leaseOwner);
  }

  /** Not before this is it taken. */
  public Instant dueAt() {
    return dueAt;
  }

  /** The conversion's options by their outside names. */
  public Map<String, String> options() {
    return Map.copyOf(options);
  }

  /** A JSON object of the client's own. */
  public String metadata() {
    return metadata;
  }

  public Optional<String> callbackUrl() {
    return Optional.ofNullable(callbackUrl);
  }

  public String inputKey() {
    return inputKey;
  }

  /** The address that the input is still to be fetched from; empty once it is there. */
  public Optional<String> toFetch() {
    return fetchedAt == null ? Optional.ofNullable(fileUrl) : Optional.empty();
  }

  /** Hash of the input, hexadecimal; empty as long as it is to be fetched. */
  public String sha256() {
    return sha256;
  }

  public long sizeBytes() {
    return sizeBytes;
  }

  /**
   * Under this key lie the model, the report, the preview and the overlays, as far as there are
   * any.
   */
  public Optional<String> resultKey() {
    return Optional.ofNullable(resultKey);
  }

  /** How long its results are kept when nobody reads them; empty: as the settings say. */
  public Optional<Duration> keep() {
    return Optional.ofNullable(keepSeconds).map(Duration::ofSeconds);
  }

  /** Whether its results were there already: nothing was converted. */
  public boolean isReused() {
    return reused;
  }

  /** The candidate engine that converts it, or did; empty for the standard one. */
  public Optional<String> engine() {
    return Optional.ofNullable(engine);
  }

  /** Since when its results and its drawing are no longer kept. */
  public Optional<Instant> expiredAt() {
    return Optional.ofNullable(expiredAt);
  }

  /** A JSON object of the model's counts and sizes. */
  public Optional<String> figures() {
    return Optional.ofNullable(figures);
  }

  public Optional<UUID> retryOf() {
    return Optional.ofNullable(retryOf);
  }

  /** What its stages, or those of the job that it repeats, have left so far. */
  public Optional<JobCheckpoint> checkpoint() {
    var key = checkpointKey;
    var last = checkpointStage;
    var given = checkpointOptions;
    return key == null || last == null || given == null
        ? Optional.empty()
        : Optional.of(new JobCheckpoint(key, last, given));
  }

  /** The stage it was told to begin with at the latest. */
  public Optional<Stage> beginStage() {
    return Optional.ofNullable(beginStage);
  }

  /** Why it failed, or is tried again. */
  public Optional<JobError> error() {
    var code = errorCode;
    if (code == null) {
      return Optional.empty();
    }
    var message = errorMessage == null ? code.message() : errorMessage;
    var where = errorWhere == null ? Place.UNKNOWN : new Place(errorWhere);
    return Optional.of(new JobError(code, message, where, Boolean.TRUE.equals(errorRetryable)));
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** When a worker first took it. */
  public Optional<Instant> startedAt() {
    return Optional.ofNullable(startedAt);
  }

  public Optional<Instant> finishedAt() {
    return Optional.ofNullable(finishedAt);
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  /** Its stages in their order. */
  public List<JobStage> stages() {
    return List.copyOf(stages);
  }
}
