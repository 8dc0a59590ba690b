package magicbench.results.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimRegistry;
import magicbench.results.claim.SuiteChoice;
import magicbench.results.file.InputException;

/**
 * How large the experiments are: settings as data, one file a scale.
 *
 * @param name for instance {@code laptop}
 * @param statement one sentence for the report: what this scale is, and is not
 * @param assumedFlopsPerSecond per worker, for estimates where nothing was measured
 * @param workers how many trials run at once, where nobody asks for another number
 * @param experiments what each kind of trial uses
 * @param base the scale that this one extends, whose trials it shares; empty for none
 * @param ownTruth whether it keeps a truth of its own though it extends another, since it trains
 *     child models alone in another way; empty for no
 * @param leavesOut suites that are not asked at this scale
 * @param studies how a method's agreement moves with one of its settings, to be drawn
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Scale(
    @JsonInclude(JsonInclude.Include.ALWAYS) String name,
    @JsonInclude(JsonInclude.Include.ALWAYS) String statement,
    double assumedFlopsPerSecond,
    int workers,
    @JsonInclude(JsonInclude.Include.ALWAYS) SortedMap<String, Experiment> experiments,
    @JsonProperty("extends") String base,
    Optional<Boolean> ownTruth,
    List<String> leavesOut,
    List<Study> studies) {

  /** No scale's own seeds come near it. */
  private static final long DRAW = 1_000_000L;

  private static final int MOST_DRAWS = 1_000_000;

  /** Keeps immutable, sorted copies; what isn't given is empty. */
  public Scale {
    experiments = Collections.unmodifiableSortedMap(new TreeMap<>(experiments));
    base = Objects.requireNonNullElse(base, "");
    ownTruth = Objects.requireNonNullElse(ownTruth, Optional.empty());
    leavesOut = leavesOut == null ? List.of() : List.copyOf(leavesOut);
    studies = studies == null ? List.of() : List.copyOf(studies);
  }

  /**
   * A scale of its own that asks every suite.
   *
   * @param name for instance {@code laptop}
   * @param statement one sentence for the report
   * @param assumedFlopsPerSecond per worker
   * @param workers how many trials run at once
   * @param experiments what each kind of trial uses
   */
  public Scale(
      String name,
      String statement,
      double assumedFlopsPerSecond,
      int workers,
      SortedMap<String, Experiment> experiments) {
    this(
        name,
        statement,
        assumedFlopsPerSecond,
        workers,
        experiments,
        "",
        Optional.empty(),
        List.of(),
        List.of());
  }

  /**
   * This scale with another number of workers.
   *
   * @param other how many trials run at once
   * @return a copy
   */
  public Scale withWorkers(int other) {
    return new Scale(
        name,
        statement,
        assumedFlopsPerSecond,
        other,
        experiments,
        base,
        ownTruth,
        leavesOut,
        studies);
  }

  /**
   * This scale with seeds that no other draw has: what a repetition needs that is to be independent
   * of a run.
   *
   * @param draw which repetition, from 1 to {@value #MOST_DRAWS}; 0 leaves the seeds as they are
   * @param kept kinds whose seeds stay, those that hold a truth for instance
   * @return a copy whose seeds are larger by the draw's number times {@value #DRAW}
   * @throws InputException when the draw is out of its range
   */
  public Scale withFreshSeeds(int draw, Set<String> kept) {
    if (draw < 0 || draw > MOST_DRAWS) {
      throw new InputException(
          "fresh seeds " + draw, "no such draw", "use a number from 0 to " + MOST_DRAWS);
    }
    SortedMap<String, Experiment> fresh = new TreeMap<>(experiments);
    fresh.replaceAll(
        (kind, experiment) -> kept.contains(kind) ? experiment : experiment.shifted(DRAW * draw));
    return new Scale(
        name, statement, assumedFlopsPerSecond, workers, fresh, base, ownTruth, leavesOut, studies);
  }

  /**
   * Whether a claim is asked.
   *
   * @param claim any claim
   * @return false where its suite is left out, or the claim names other scales only
   */
  public boolean asks(Claim claim) {
    return !leavesOut.contains(claim.suite())
        && (claim.scales().isEmpty() || claim.scales().contains(name));
  }

  /**
   * The claims that are asked at this scale.
   *
   * @param claims those that somebody wants, in any order
   * @return those whose suite is not left out
   * @throws InputException when there are some and all are left out
   */
  public List<Claim> asked(List<Claim> claims) {
    List<Claim> asked = claims.stream().filter(this::asks).toList();
    if (asked.isEmpty() && !claims.isEmpty()) {
      throw new InputException(
          "suite " + claims.get(0).suite(),
          "is not asked at scale " + name,
          "choose another scale (--scale or -Dscale; with -Dgrid=full scale laptop asks more)");
    }
    return asked;
  }

  /**
   * The claims of some suites that are asked at this scale.
   *
   * @param suites those that somebody wants
   * @param registry every claim that is known
   * @return by id
   * @throws InputException when one that is named is unknown, or left out: else it would pass for
   *     asked where it isn't
   */
  public List<Claim> asked(SuiteChoice suites, ClaimRegistry registry) {
    suites.names().forEach(name -> asked(registry.suite(name)));
    return asked(suites.claims(registry));
  }

  /**
   * The scale whose committed truth this one takes.
   *
   * @return the one that it extends, or itself
   */
  public String truthScale() {
    return keepsTruth() ? name : base;
  }

  /**
   * Whether its truth is committed under its own name.
   *
   * @return true where it extends none or has a truth of its own
   */
  public boolean keepsTruth() {
    return base.isEmpty() || ownTruth.orElse(false);
  }

  /**
   * Whether a trial that holds a truth belongs in the folder of committed truth. At a scale that
   * extends another, truth of a method that only a study names doesn't: the other scale's runs
   * would find in its folder what they never plan.
   *
   * @param trial of a kind that holds a truth
   * @return whether it does; else its record lies with the others
   */
  public boolean isSharedTruth(Trial trial) {
    Experiment experiment = experiments.get(trial.kind());
    return keepsTruth() || (experiment != null && trial.method().equals(experiment.ownMethod()));
  }

  /**
   * One setting of a method, moved while all else stays.
   *
   * @param name for a file's name
   * @param title for readers
   * @param setting what is moved, with its unit
   * @param points at least two, in the order in which they are drawn
   */
  public record Study(String name, String title, String setting, List<Point> points) {

    /** Keeps an immutable copy. */
    public Study {
      points = List.copyOf(points);
    }

    /**
     * One value of the setting.
     *
     * @param value as readers see it
     * @param method the method that has it
     * @param against the method that it is held against there, seed by seed
     * @param truth the method of the kind that holds the truth, where both rank other child models
     *     than the claims' methods do, or child models of another size; empty for the claims' truth
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Point(String value, String method, String against, String truth) {

      /** What isn't given is empty. */
      public Point {
        truth = Objects.requireNonNullElse(truth, "");
      }

      /**
       * A point that the claims' truth judges.
       *
       * @param value as readers see it
       * @param method the method that has it
       * @param against the method that it is held against there
       */
      public Point(String value, String method, String against) {
        this(value, method, against, "");
      }
    }
  }

  /**
   * How many trials run at once on a machine, where nobody asks for another number.
   *
   * @param processors the machine's processor cores, at least 1
   * @return the scale's number, but no more than there are cores
   */
  public int workersOn(int processors) {
    return Math.min(workers, processors);
  }

  /**
   * One kind of trial at this scale.
   *
   * @param seeds the seeds, one trial each; empty for a kind that draws nothing
   * @param needs kinds whose output it reads: {@code KIND} for the trial of the same method, {@code
   *     KIND@METHOD} for another method's
   * @param settings the kind's settings
   * @param methods what each method lays over these settings, which may be nothing, and over the
   *     listed values; empty where the settings are the same for all
   * @param each settings with a list of values each: one trial for every value, or for every
   *     combination of several; a value that is an object with the setting itself brings others
   *     along, for instance {@code {task: RTE, epochs: 10}}
   * @param ownMethod the method that the kind runs under, whatever the claim's, unless the method
   *     asked for is one of its own {@code methods}; empty for the claim's
   * @param needsOf what a method needs in the place of {@code needs}, by method
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Experiment(
      @JsonInclude(JsonInclude.Include.ALWAYS) List<Long> seeds,
      @JsonInclude(JsonInclude.Include.ALWAYS) List<String> needs,
      @JsonInclude(JsonInclude.Include.ALWAYS) JsonNode settings,
      SortedMap<String, JsonNode> methods,
      SortedMap<String, List<JsonNode>> each,
      String ownMethod,
      SortedMap<String, List<String>> needsOf) {

    /** Keeps immutable copies; what isn't given is empty. */
    public Experiment {
      seeds = List.copyOf(seeds);
      needs = List.copyOf(needs);
      settings = settings.deepCopy();
      methods = sorted(methods);
      each = sorted(each);
      ownMethod = Objects.requireNonNullElse(ownMethod, "");
      needsOf = sorted(needsOf);
    }

    private Experiment shifted(long by) {
      List<Long> shifted = seeds.stream().map(seed -> seed + by).toList();
      return new Experiment(shifted, needs, settings, methods, each, ownMethod, needsOf);
    }

    /**
     * A kind that treats every method alike.
     *
     * @param seeds the seeds, one trial each; empty for a kind that draws nothing
     * @param needs kinds whose output it reads
     * @param settings the kind's settings
     */
    public Experiment(List<Long> seeds, List<String> needs, JsonNode settings) {
      this(seeds, needs, settings, new TreeMap<>(), new TreeMap<>(), "", new TreeMap<>());
    }

    /** What a method needs. */
    List<Need> needs(String method) {
      return needsOf.getOrDefault(method, needs).stream().map(Need::parse).toList();
    }

    /** Everything that some method needs. */
    Stream<Need> everyNeed() {
      return Stream.concat(needs.stream(), needsOf.values().stream().flatMap(List::stream))
          .map(Need::parse);
    }

    private static <V> SortedMap<String, V> sorted(SortedMap<String, V> given) {
      return given == null
          ? Collections.emptySortedMap()
          : Collections.unmodifiableSortedMap(new TreeMap<>(given));
    }

    /**
     * The settings.
     *
     * @return a copy
     */
    @Override
    public JsonNode settings() {
      return settings.deepCopy();
    }
  }
}
