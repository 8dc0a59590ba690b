package magicbench.suites.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimRegistry;
import magicbench.results.file.InputException;
import magicbench.results.file.MissingDataException;
import magicbench.results.plan.GlueFolder;
import magicbench.results.plan.ImageFolder;
import magicbench.results.plan.Plan;
import magicbench.results.plan.PlanFile;
import magicbench.results.plan.Planner;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Scales;
import magicbench.results.plan.SquadFolder;
import magicbench.results.plan.TextFolder;
import magicbench.results.plan.Trial;
import magicbench.results.record.CommittedTruth;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TakenRecords;
import magicbench.results.record.TrialRunner;
import magicbench.results.report.ProgressLines;
import magicbench.results.verdict.Judge;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.VerdictFile;
import magicbench.results.verdict.Verdicts;
import org.junit.jupiter.api.DynamicTest;

/** Plans, runs and judges once what all suites of this JVM ask; each arrow of that is a file. */
public final class Session {

  private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(20);

  private final Options options;
  private final List<Claim> everyClaim;
  private final List<Claim> claims;
  private final Scale scale;
  private final Plan plan;
  private final Supplier<Optional<TrialRunner>> runner;
  private List<RunRecord> records = List.of();
  private boolean ran;
  private Optional<MissingDataException> missing = Optional.empty();
  private Optional<RuntimeException> failure = Optional.empty();
  private Optional<Verdicts> verdicts = Optional.empty();

  private Session(
      Options options,
      List<Claim> everyClaim,
      List<Claim> claims,
      Scale scale,
      Supplier<Optional<TrialRunner>> runner) {
    this.options = options;
    this.everyClaim = everyClaim;
    this.claims = claims;
    this.scale = scale;
    this.plan = Planner.plan(claims, scale, options.overrides(scale));
    this.runner = runner;
  }

  static Session open(Options options) {
    return open(options, () -> ServiceLoader.load(TrialRunner.class).findFirst());
  }

  /**
   * Plans what is asked for, and forgets verdicts of earlier runs.
   *
   * @param runner looked for when a run begins; empty where nothing runs trials
   * @throws InputException when suite or scale are unknown
   */
  static Session open(Options options, Supplier<Optional<TrialRunner>> runner) {
    ClassLoader loader = Session.class.getClassLoader();
    ClaimRegistry registry = ClaimRegistry.fromClasspath(loader);
    Scale scale = Scales.fromClasspath(loader).named(options.scale());
    List<Claim> claims = scale.asked(options.suites(), registry);
    forgetVerdicts(options.output().resolve("verdicts.json"));
    return new Session(options, registry.all(), claims, scale, runner);
  }

  /** Verdicts of an earlier run must not pass for this one's. */
  private static void forgetVerdicts(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new InputException(file.toString(), "can't be deleted", "delete it", e);
    }
  }

  /**
   * One test a claim.
   *
   * @param suite the suite's name
   * @return the tests, by claim id
   */
  public Stream<DynamicTest> claims(String suite) {
    return claims.stream()
        .filter(claim -> claim.suite().equals(suite))
        .map(claim -> DynamicTest.dynamicTest(claim.id(), () -> new ClaimTest(this, claim).run()));
  }

  Plan plan() {
    return plan;
  }

  Options options() {
    return options;
  }

  /**
   * Runs what the cache doesn't hold; a second call returns what the first one measured, or fails
   * as it did. Where data that somebody else publishes are missed before anything is run, nothing
   * is: see {@link #missing}.
   */
  synchronized List<RunRecord> run() {
    failure.ifPresent(
        first -> {
          throw first;
        });
    if (!ran) {
      try {
        records = runAndKeep();
        ran = true;
      } catch (MissingDataException e) {
        missing = Optional.of(e);
        writePlan();
        ran = true;
      } catch (RuntimeException e) {
        failure = Optional.of(e);
        throw e;
      }
    }
    return records;
  }

  /** Why nothing could be run; empty where it could, or nobody tried. */
  synchronized Optional<MissingDataException> missing() {
    return missing;
  }

  private List<RunRecord> runAndKeep() {
    TextFolder.requireNamed(plan);
    GlueFolder.requireNamed(plan);
    SquadFolder.requireNamed(plan);
    ImageFolder.requireNamed(plan);
    TrialRunner found = runner.get().orElseThrow(Session::noRunner);
    TakenRecords truth = committedTruth();
    writePlan();
    truth.notice().ifPresent(System.out::println);
    List<RunRecord> measured = truth.spare(found).run(plan, request(), progress());
    Path folder = options.output().resolve("records");
    measured.forEach(
        record -> RecordFile.write(folder.resolve(record.trial().id() + ".json"), record));
    AllureEnvironment.write(scale, measured);
    return measured;
  }

  private void writePlan() {
    PlanFile.write(options.output().resolve("plan.json"), plan);
  }

  private TakenRecords committedTruth() {
    return options.committedTruth()
        ? CommittedTruth.in(
            CommittedTruth.folder(options.root(), scale.truthScale()),
            scale.truthScale(),
            everyClaim,
            plan)
        : TakenRecords.NONE;
  }

  /** Judges all claims of the session at once, since they share a family's level. */
  synchronized Judgement judge(Claim claim) {
    Verdicts judged = verdicts.orElseGet(this::judgeAll);
    verdicts = Optional.of(judged);
    return judged.judgements().stream()
        .filter(judgement -> judgement.claim().id().equals(claim.id()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no judgement of " + claim.id()));
  }

  /** The records that a claim's judgement rests on, in the plan's order. */
  List<RunRecord> recordsOf(Judgement judgement) {
    return run().stream()
        .filter(record -> judgement.trials().contains(record.trial().id()))
        .toList();
  }

  private Verdicts judgeAll() {
    Verdicts judged = Judge.judge(claims, plan, scale, run());
    VerdictFile.write(options.output().resolve("verdicts.json"), judged);
    return judged;
  }

  private TrialRunner.Request request() {
    int workers =
        options
            .workers()
            .orElseGet(() -> scale.workersOn(Runtime.getRuntime().availableProcessors()));
    return new TrialRunner.Request(options.cache(), workers, options.recompute());
  }

  private TrialRunner.Progress progress() {
    Map<String, Double> weights =
        plan.trials().stream().collect(Collectors.toMap(Trial::id, trial -> 1.0));
    return new ProgressLines(
        System.out::println, InstantSource.system(), PROGRESS_INTERVAL, weights);
  }

  private static InputException noRunner() {
    return new InputException(
        "class path",
        "nothing on it runs trials",
        "put magicbench-harness and an engine on it, as 'mvn -B verify' in the project's root does");
  }
}
