package magicbench.results.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import magicbench.results.plan.Trial;
import magicbench.results.record.RunRecord;

/** What the trials themselves say: which were run, with which seeds and settings. */
final class PlannedFacts {

  private final List<Trial> before;
  private final List<Trial> after;
  private final SettingFacts settings = new SettingFacts();
  private final List<Fact> facts = new ArrayList<>();

  private PlannedFacts(Run before, Run after) {
    this.before = before.records().values().stream().map(RunRecord::trial).toList();
    this.after = after.records().values().stream().map(RunRecord::trial).toList();
  }

  static List<Fact> of(Run before, Run after) {
    PlannedFacts facts = new PlannedFacts(before, after);
    SortedSet<String> kinds = each(facts.before, Trial::kind);
    kinds.addAll(each(facts.after, Trial::kind));
    for (String kind : kinds) {
      facts.addKind(kind, ofKind(facts.before, kind), ofKind(facts.after, kind));
    }
    facts.facts.addAll(facts.settings.facts());
    facts.addWhatIsDealtOtherwise();
    return facts.facts;
  }

  private static List<Trial> ofKind(List<Trial> trials, String kind) {
    return trials.stream().filter(trial -> trial.kind().equals(kind)).toList();
  }

  private void addKind(String kind, List<Trial> one, List<Trial> other) {
    add(Category.TRIALS, "number of trials (" + kind + ")", count(one), count(other));
    add(
        Category.TRIALS,
        "methods (" + kind + ")",
        each(one, Trial::method),
        each(other, Trial::method));
    if (one.isEmpty() || other.isEmpty()) {
      return; // that it ran on one side only is all there is to say
    }
    add(
        Category.SEEDS,
        "seeds (" + kind + ")",
        each(one, PlannedFacts::seed),
        each(other, PlannedFacts::seed));
    settings.add(kind, one, other);
  }

  /**
   * The same seeds and the same settings may still go together in another way, or build on other
   * trials: only the ids tell.
   */
  private void addWhatIsDealtOtherwise() {
    boolean told = facts.stream().anyMatch(fact -> fact.state() == Fact.State.DIFFERENT);
    SortedSet<String> one = each(before, Trial::id);
    SortedSet<String> other = each(after, Trial::id);
    if (!told && !one.equals(other)) {
      SortedSet<String> shared = new TreeSet<>(one);
      shared.retainAll(other);
      one.removeAll(shared);
      other.removeAll(shared);
      add(Category.TRIALS, "ids: seeds, settings and needs go together otherwise", one, other);
    }
  }

  private void add(Category category, String name, SortedSet<String> one, SortedSet<String> other) {
    facts.add(new Fact(category, name, new Told(one, false), new Told(other, false)));
  }

  private static SortedSet<String> count(List<Trial> trials) {
    return new TreeSet<>(List.of(Integer.toString(trials.size())));
  }

  private static String seed(Trial trial) {
    return Long.toString(trial.seed());
  }

  private static SortedSet<String> each(List<Trial> trials, Function<Trial, String> part) {
    return trials.stream().map(part).collect(Collectors.toCollection(TreeSet::new));
  }
}
