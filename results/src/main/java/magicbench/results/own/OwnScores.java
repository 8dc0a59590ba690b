package magicbench.results.own;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import magicbench.results.claim.Claim;
import magicbench.results.claim.Decision;
import magicbench.results.claim.Derivation;
import magicbench.results.claim.Direction;
import magicbench.results.claim.EvidenceGrade;
import magicbench.results.claim.Metric;
import magicbench.results.claim.PaperValue;
import magicbench.results.claim.Source;
import magicbench.results.claim.Tolerance;
import magicbench.results.file.InputException;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Provenance;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;

/**
 * Turns scores that were made elsewhere into claims, a plan and records, so that the same judge and
 * the same report take them: does each method rank child models better than the reference?
 *
 * @param claims one for each method but the reference
 * @param plan whose trials are the runs of the two files
 * @param scale named {@code own}
 * @param records one a run
 * @param coverage a sentence: how many of the truth's child models were scored
 */
public record OwnScores(
    List<Claim> claims, Plan plan, Scale scale, List<RunRecord> records, String coverage) {

  /** The reference that stands in where none is named: scores that know nothing. */
  public static final String CHANCE = "random-scores";

  /** The scale's name. */
  public static final String SCALE = "own";

  private static final String KIND = "scores";
  private static final String TRUTH = "truth";
  private static final double END = 1;

  /** What made some rows. */
  private record Run(String kind, String method, long seed) {}

  /** Keeps immutable copies. */
  public OwnScores {
    claims = List.copyOf(claims);
    records = List.copyOf(records);
  }

  /**
   * How they are to be judged.
   *
   * @param reference the method that the others are held against; {@link #CHANCE} for drawn scores
   * @param tolerance the smallest gain of Kendall's tau-b that counts, above 0
   * @param lowIsGood whether low scores are good, as losses are, in both files
   */
  public record Question(String reference, double tolerance, boolean lowIsGood) {

    private String column() {
      return lowIsGood ? "loss" : "score";
    }
  }

  /**
   * Takes two tables.
   *
   * @param scores of super-nets
   * @param truth of child models trained alone; of those that nobody scored, nothing is kept
   * @param question how they are to be judged
   * @return what the judge needs
   * @throws InputException when the reference is none of the methods, nothing is left to hold
   *     against it, or a child model that was scored has no truth
   */
  public static OwnScores of(ScoreTable scores, ScoreTable truth, Question question) {
    List<RunRecord> records = new ArrayList<>(runs(scores, question));
    if (question.reference().equals(CHANCE)) {
      records.addAll(chance(scores, question));
    }
    SortedSet<String> methods = new TreeSet<>();
    records.forEach(record -> methods.add(record.trial().method()));
    requireKnown(scores, methods, question.reference());
    methods.remove(question.reference());
    records.addAll(truths(truth.ofScored(scores), question));
    String coverage = coverage(scores, truth);
    List<Claim> claims =
        methods.stream()
            .map(method -> claim(method, question, coverage + shared(methods.size())))
            .toList();
    return new OwnScores(claims, plan(claims, records), scale(scores, truth), records, coverage);
  }

  private static String coverage(ScoreTable scores, ScoreTable truth) {
    return "Ranked are the %d child models scored, of %d in %s."
        .formatted(
            scores.architectures().size(),
            truth.architectures().size(),
            truth.file().getFileName());
  }

  private static String shared(int claims) {
    return " " + claims + " claims share a level.";
  }

  private static void requireKnown(ScoreTable scores, SortedSet<String> methods, String reference) {
    if (!methods.contains(reference) || methods.size() < 2) {
      throw new InputException(
          scores.file().toString(),
          "has the methods " + methods + ", nothing to hold against " + reference,
          "name one of them as reference and score with another, or name none");
    }
  }

  private static List<RunRecord> runs(ScoreTable scores, Question question) {
    Map<String, Map<Long, List<ScoreTable.Row>>> byRun =
        scores.rows().stream()
            .collect(
                Collectors.groupingBy(
                    ScoreTable.Row::method,
                    TreeMap::new,
                    Collectors.groupingBy(
                        ScoreTable.Row::seed, TreeMap::new, Collectors.toList())));
    List<RunRecord> records = new ArrayList<>();
    byRun.forEach(
        (method, bySeed) ->
            bySeed.forEach(
                (seed, rows) ->
                    records.add(record(scores, new Run(KIND, method, seed), rows, question))));
    return records;
  }

  /** A score from 0 to 1 for every child model and seed, drawn by the seed's own stream. */
  private static List<RunRecord> chance(ScoreTable scores, Question question) {
    SortedSet<String> children = new TreeSet<>();
    SortedSet<Long> seeds = new TreeSet<>();
    scores.rows().forEach(row -> children.add(row.architecture()));
    scores.rows().forEach(row -> seeds.add(row.seed()));
    List<RunRecord> records = new ArrayList<>();
    for (long seed : seeds) {
      Seeds drawn = new Seeds(seed);
      List<ScoreTable.Row> rows =
          children.stream()
              .map(
                  child ->
                      new ScoreTable.Row(
                          CHANCE, seed, child, drawn.random("chance/" + child).nextDouble()))
              .toList();
      records.add(record(scores, new Run(KIND, CHANCE, seed), rows, question));
    }
    return records;
  }

  private static List<RunRecord> truths(ScoreTable truth, Question question) {
    Map<Long, List<ScoreTable.Row>> bySeed =
        truth.rows().stream()
            .collect(
                Collectors.groupingBy(ScoreTable.Row::seed, TreeMap::new, Collectors.toList()));
    List<RunRecord> records = new ArrayList<>();
    bySeed.forEach(
        (seed, rows) -> records.add(record(truth, new Run(TRUTH, TRUTH, seed), rows, question)));
    return records;
  }

  private static RunRecord record(
      ScoreTable source, Run run, List<ScoreTable.Row> rows, Question question) {
    ObjectNode settings = JsonNodeFactory.instance.objectNode().put("sha256", source.sha256());
    SortedMap<String, List<Double>> numbers = new TreeMap<>();
    numbers.put("trainedShare", rows.stream().map(row -> END).toList());
    numbers.put(question.column(), rows.stream().map(ScoreTable.Row::score).toList());
    SortedMap<String, List<String>> texts = new TreeMap<>();
    texts.put("architecture", rows.stream().map(ScoreTable.Row::architecture).toList());
    SortedMap<String, Table> tables = new TreeMap<>();
    tables.put("scores", new Table(rows.size(), numbers, texts));
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        Trial.of(run.kind(), run.method(), run.seed(), List.of(), settings),
        SCALE,
        Outcome.COMPLETED,
        "read from " + source.file().getFileName(),
        new TreeMap<>(),
        new TreeMap<>(),
        tables,
        provenance(source));
  }

  /** How the scores were made is not known here: the file is. */
  private static Provenance provenance(ScoreTable source) {
    Provenance.DataFile file =
        new Provenance.DataFile(
            source.file().getFileName().toString(), null, source.sha256(), null, null);
    return new Provenance(null, null, List.of(file), null, null, null);
  }

  private static Claim claim(String method, Question question, String note) {
    boolean chance = question.reference().equals(CHANCE);
    SortedMap<String, Double> inputs = new TreeMap<>();
    inputs.put("effect", question.tolerance());
    return new Claim(
        "own." + idOf(method) + "-over-" + idOf(question.reference()),
        1,
        SCALE,
        method + " ranks child models better than " + question.reference(),
        "The scores of "
            + method
            + " agree more with the truth than those of "
            + question.reference()
            + " do.",
        new Source(
            "none: a comparison of your own",
            "the two files",
            EvidenceGrade.INFERRED,
            "Made elsewhere. " + note),
        new PaperValue(Optional.empty(), "gain of Kendall's tau-b", EvidenceGrade.UNKNOWN, ""),
        KIND,
        method,
        metric(question),
        Direction.INCREASING,
        new Tolerance(
            question.tolerance(),
            "Kendall's tau-b",
            new Derivation(
                "smallest-effect-of-interest", inputs, "Given with the command, or its default.")),
        new Decision("none", 0.05, 0.95, SCALE),
        chance
            ? List.of("distinct-runs", "shuffled-truth")
            : List.of("distinct-runs", "ranks-at-all", "shuffled-truth"),
        List.of());
  }

  private static Metric metric(Question question) {
    return new Metric(
        "rank-agreement-gain",
        "scores",
        question.column(),
        question.column(),
        List.of(),
        END,
        question.reference(),
        TRUTH);
  }

  /** A method's name as ids allow it. */
  private static String idOf(String method) {
    String plain =
        method.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return plain.isEmpty() ? "method" : plain;
  }

  private static Plan plan(List<Claim> claims, List<RunRecord> records) {
    SortedMap<String, List<String>> byClaim = new TreeMap<>();
    for (Claim claim : claims) {
      byClaim.put(
          claim.id(),
          records.stream()
              .map(RunRecord::trial)
              .filter(
                  trial ->
                      trial.kind().equals(TRUTH)
                          || trial.method().equals(claim.method())
                          || trial.method().equals(claim.metric().against()))
              .map(Trial::id)
              .toList());
    }
    return new Plan(
        Plan.SCHEMA_VERSION,
        SCALE,
        Plan.hashOf(claims, byClaim),
        records.stream().map(RunRecord::trial).toList(),
        byClaim);
  }

  private static Scale scale(ScoreTable scores, ScoreTable truth) {
    return new Scale(
        SCALE,
        "Scores that were made elsewhere, read from "
            + scores.file().getFileName()
            + " and "
            + truth.file().getFileName()
            + ": magicbench trained nothing here and can't vouch for how they came about.",
        1,
        1,
        new TreeMap<>());
  }
}
