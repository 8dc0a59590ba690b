package magicbench.results.report;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import magicbench.results.record.Provenance;
import magicbench.results.record.Provenance.MeasuredCost;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Judgement;

/** What the trials cost, and where their raw records are. */
final class TrialSections {

  private static final Comparator<RunRecord> BY_KIND_AND_SEED =
      Comparator.comparing((RunRecord record) -> record.trial().kind())
          .thenComparing(record -> record.trial().method())
          .thenComparing(record -> record.trial().seed())
          .thenComparing(record -> record.trial().id());

  private TrialSections() {}

  static Tag cost(JudgedTrials trials) {
    Price price = new Price(trials);
    return Page.section("cost", "Cost")
        .add(
            Tag.of("p", "Of ")
                .add(Phrases.link("#trials", "all trials listed below"))
                .text("; claims that read the same trials share this cost."),
            new Definitions()
                .add("CPU time, summed", price.cpuTime())
                .add("Wall time, summed over trials", price.wallTime())
                .add("Largest peak memory of a trial", price.peakMemory())
                .add("Energy, summed", price.energy())
                .list());
  }

  static Tag list(JudgedTrials trials) {
    Judgement judgement = trials.judgement();
    Tag section = Page.section("trials", "Trials and raw data");
    if (judgement.trials().isEmpty()) {
      return section.add(Tag.of("p", "No trial was judged."));
    }
    String pairs = SitePaths.FROM_CLAIM + SitePaths.pairs(judgement);
    return section.add(
        Tag.of("p", "Raw rows of all judged trials: ")
            .add(Phrases.link(pairs, "comma-separated values"))
            .text("."),
        table(trials).scrolling());
  }

  private static DataTable table(JudgedTrials trials) {
    DataTable table =
        new DataTable(
            "Trials",
            "Record",
            "Kind",
            "Method",
            "Seed",
            "Outcome",
            "Started",
            "CPU time",
            "Wall time",
            "Peak memory");
    trials.all().values().stream()
        .sorted(BY_KIND_AND_SEED)
        .forEach(record -> addRow(table, trials.judgement(), record));
    trials.absent().forEach(id -> addAbsent(table, id));
    return table;
  }

  private static void addRow(DataTable table, Judgement judgement, RunRecord record) {
    String id = record.trial().id();
    String note = record.note() == null || record.note().isBlank() ? "" : ": " + record.note();
    table.row(
        Phrases.link(SitePaths.FROM_CLAIM + SitePaths.record(judgement, id), id)
            .with("class", "hash"),
        Phrases.text(Words.phrase(record.trial().kind())),
        Phrases.text(record.trial().method()),
        Phrases.text(Long.toString(record.trial().seed())),
        Phrases.text(Words.phrase(record.outcome().name().toLowerCase(Locale.ROOT)) + note),
        Phrases.text(
            Words.orUnknown(Optional.ofNullable(record.provenance()).map(Provenance::startedAt))),
        Phrases.text(Price.of(record, MeasuredCost::cpuSeconds, Quantities::seconds)),
        Phrases.text(Price.of(record, MeasuredCost::wallSeconds, Quantities::seconds)),
        Phrases.text(Price.of(record, MeasuredCost::peakMemoryBytes, Quantities::bytes)));
  }

  private static void addAbsent(DataTable table, String id) {
    Tag unknown = Phrases.text(Words.UNKNOWN);
    table.row(
        Phrases.code(id),
        unknown,
        unknown,
        unknown,
        Phrases.text("no record at hand"),
        unknown,
        unknown,
        unknown,
        unknown);
  }
}
