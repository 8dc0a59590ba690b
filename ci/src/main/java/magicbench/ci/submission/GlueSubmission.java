package magicbench.ci.submission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import magicbench.results.file.InputException;
import magicbench.results.plan.GlueFolder;
import magicbench.results.record.Outcome;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
import magicbench.results.record.TestAnswers;

/**
 * Answers in the form of GLUE's server: a zip of one tab-separated file a test part, with the
 * columns {@code index} (the example's place in its file, from 0) and {@code prediction}.
 *
 * <p>Of several seeds the one in the middle of the development scores is sent; of an even number
 * the lower of the two in the middle, of equal scores the lower seed. The names of files and
 * columns are those that jiant's submission formatter and AutoGluon's GLUE example write.
 *
 * @param chosen the record that each data set's answers come from, by the data set's title
 * @param files the files' text, by name
 */
public record GlueSubmission(SortedMap<String, RunRecord> chosen, SortedMap<String, String> files) {

  /** Every file that those tools write; AX, the diagnostic set, is never answered here. */
  private static final List<String> ALL_FILES =
      List.of(
          "AX.tsv",
          "CoLA.tsv",
          "MNLI-m.tsv",
          "MNLI-mm.tsv",
          "MRPC.tsv",
          "QNLI.tsv",
          "QQP.tsv",
          "RTE.tsv",
          "SST-2.tsv",
          "STS-B.tsv",
          "WNLI.tsv");

  private static final String TASK = "task";
  private static final String DEV_SCORE = "taskScore";
  private static final String MNLI = "MNLI";

  /** A zip tells a time before February 1980 in a way that depends on the time zone. */
  private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  /** Keeps immutable, sorted copies. */
  public GlueSubmission {
    chosen = Collections.unmodifiableSortedMap(new TreeMap<>(chosen));
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /**
   * Gathers answers.
   *
   * @param records any records; those that are no completed fine-tuning on GLUE's data sets, or
   *     have no answers to a test part, are passed over
   * @return the submission, empty where no record has any
   * @throws InputException when runs on a data set differ in more than their seed, those on two
   *     data sets are of two methods, or a run has no development score
   */
  public static GlueSubmission of(List<RunRecord> records) {
    SortedMap<String, List<RunRecord>> byTask =
        records.stream()
            .filter(GlueSubmission::isAnswered)
            .sorted(Comparator.comparingLong(record -> record.trial().seed()))
            .collect(
                Collectors.groupingBy(GlueSubmission::task, TreeMap::new, Collectors.toList()));
    SortedMap<String, RunRecord> chosen = new TreeMap<>();
    SortedMap<String, String> files = new TreeMap<>();
    byTask.forEach(
        (task, runs) -> {
          requireOneModel(runs, byTask.get(byTask.firstKey()).get(0));
          chosen.put(task, middle(runs));
          addFiles(task, chosen.get(task), files);
        });
    return new GlueSubmission(chosen, files);
  }

  private static boolean isAnswered(RunRecord record) {
    return record.trial().kind().equals(GlueFolder.KIND)
        && record.outcome() == Outcome.COMPLETED
        && (record.tables().containsKey(TestAnswers.TABLE)
            || record.tables().containsKey(TestAnswers.MISMATCHED_TABLE));
  }

  private static String task(RunRecord record) {
    return record.trial().settings().path(TASK).asText();
  }

  private static void requireOneModel(List<RunRecord> runs, RunRecord first) {
    for (RunRecord run : runs) {
      boolean alike = run.trial().settings().equals(runs.get(0).trial().settings());
      if (!alike || !run.trial().method().equals(first.trial().method())) {
        throw new InputException(
            "records " + run.trial().id() + " and " + (alike ? first : runs.get(0)).trial().id(),
            "are not of one model: they differ in " + (alike ? "method" : "settings"),
            "keep the records of one 'magicbench fine-tune' in a folder of their own");
      }
    }
  }

  private static RunRecord middle(List<RunRecord> runs) {
    runs.forEach(GlueSubmission::devScore); // a single run is never compared
    List<RunRecord> ordered = new ArrayList<>(runs);
    ordered.sort(Comparator.comparingDouble(GlueSubmission::devScore));
    return ordered.get((ordered.size() - 1) / 2);
  }

  private static double devScore(RunRecord run) {
    Double score = run.metrics().get(DEV_SCORE);
    if (score == null) {
      throw new InputException(
          "record " + run.trial().id(), "has no metric " + DEV_SCORE, "fine-tune again");
    }
    return score;
  }

  private static void addFiles(String task, RunRecord run, SortedMap<String, String> files) {
    String name = task.equals(MNLI) ? task + "-m" : task;
    run.tables()
        .forEach(
            (table, answers) -> {
              if (table.equals(TestAnswers.TABLE)) {
                files.put(name + ".tsv", text(answers));
              } else if (table.equals(TestAnswers.MISMATCHED_TABLE)) {
                files.put(name + "m.tsv", text(answers));
              }
            });
  }

  private static String text(Table table) {
    StringBuilder text = new StringBuilder("index\tprediction\n");
    int index = 0;
    for (String answer : TestAnswers.of(table)) {
      text.append(index++).append('\t').append(answer).append('\n');
    }
    return text.toString();
  }

  /**
   * The development score of a data set's answers.
   *
   * @param task a key of {@link #chosen}
   * @return points, 0 to 100, or below 0 for a correlation
   */
  public double devScore(String task) {
    return devScore(chosen.get(task));
  }

  /**
   * What a whole submission holds beside.
   *
   * @return names of files, sorted
   */
  public List<String> missing() {
    return ALL_FILES.stream().filter(name -> !files.containsKey(name)).toList();
  }

  /**
   * The archive: equal files give equal bytes.
   *
   * @return a zip
   */
  public byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(FIXED_TIME);
        zip.putNextEntry(entry);
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a zip in memory can't be written", e);
    }
    return bytes.toByteArray();
  }
}
