package magicbench.suites.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimRegistry;
import magicbench.results.plan.Plan;
import magicbench.results.plan.PlanFile;
import magicbench.results.plan.Planner;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Scales;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;
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
  private final List<Claim> claims;
  private final Scale scale;
  private final Plan plan;
  private List<RunRecord> records = List.of();
  private Optional<Verdicts> verdicts = Optional.empty();

  private Session(Options options, List<Claim> claims, Scale scale) {
    this.options = options;
    this.claims = claims;
    this.scale = scale;
    this.plan = Planner.plan(claims, scale, options.overrides());
  }

  static Session open(Options options) {
    ClassLoader loader = Session.class.getClassLoader();
    ClaimRegistry registry = ClaimRegistry.fromClasspath(loader);
    List<Claim> claims =
        options.suite().equals(Options.EVERY_SUITE)
            ? registry.all()
            : registry.suite(options.suite());
    return new Session(options, claims, Scales.fromClasspath(loader).named(options.scale()));
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

  /** Runs what the cache doesn't hold; the second call returns what the first one measured. */
  synchronized List<RunRecord> run() {
    if (records.isEmpty()) {
      PlanFile.write(options.output().resolve("plan.json"), plan);
      records = runner().run(plan, request(), progress());
      records.forEach(
          record ->
              RecordFile.write(
                  options.output().resolve("records").resolve(record.trial().id() + ".json"),
                  record));
    }
    return records;
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
    return new TrialRunner.Request(options.cache(), options.workers(), options.recompute());
  }

  private static TrialRunner.Progress progress() {
    return new ProgressLines(System.out::println, InstantSource.system(), PROGRESS_INTERVAL);
  }

  private static TrialRunner runner() {
    return ServiceLoader.load(TrialRunner.class)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no TrialRunner on the classpath"));
  }
}
