package magicbench.results.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every case of the one sentence. */
class EssenceTest {

  private static final TrialChanges ALL_THE_SAME = trials(5, 5);

  private static TrialChanges trials(int shared, int same) {
    return new TrialChanges(shared, same, List.of(), List.of(), List.of());
  }

  private static TrialChanges apart() {
    return new TrialChanges(0, 0, List.of(), List.of("a"), List.of("b"));
  }

  private static Fact fact(Category category, String name, String before, String after) {
    return new Fact(category, name, told(before), told(after));
  }

  private static Told told(String value) {
    return value.equals("?")
        ? new Told(new TreeSet<>(), true)
        : new Told(new TreeSet<>(List.of(value)), false);
  }

  private static List<Fact> differing(Category... categories) {
    return Arrays.stream(categories).map(category -> fact(category, "it", "a", "b")).toList();
  }

  private static ClaimChange claim(String before, String after) {
    return new ClaimChange(
        "c", "title", "unit", standing(before), standing(after), Optional.empty());
  }

  private static Optional<Standing> standing(String word) {
    return word.isEmpty()
        ? Optional.empty()
        : Optional.of(new Standing(word, "why", Optional.empty()));
  }

  private static ClaimChange moved() {
    return claim("UNDECIDED", "UNDECIDED")
        .withDifference(
            new Difference(
                1, Optional.empty(), true, 6, 6, Optional.empty(), Optional.of(0.04), "how"));
  }

  private static List<ClaimChange> kept(int count) {
    return IntStream.range(0, count).mapToObj(i -> claim("REPRODUCED", "REPRODUCED")).toList();
  }

  private static List<ClaimChange> and(List<ClaimChange> kept, ClaimChange... more) {
    return IntStream.range(0, kept.size() + more.length)
        .mapToObj(i -> i < kept.size() ? kept.get(i) : more[i - kept.size()])
        .toList();
  }

  private static String sentence(List<Fact> facts, List<ClaimChange> claims, TrialChanges trials) {
    return new Essence(facts, claims, trials).sentence();
  }

  @Test
  void nothing_differs() {
    assertThat(sentence(List.of(fact(Category.CODE, "it", "a", "a")), kept(2), ALL_THE_SAME))
        .isEqualTo(
            "Nothing that was measured differs; nor does anything that records tell of how it was"
                + " made.");
  }

  @Test
  void only_the_machine_differs_and_nothing_that_was_measured() {
    assertThat(sentence(differing(Category.MACHINE), kept(2), ALL_THE_SAME))
        .isEqualTo("Nothing that was measured differs; the machine does.");
  }

  @Test
  void several_things_differ_and_nothing_that_was_measured() {
    assertThat(
            sentence(
                differing(Category.CODE, Category.THREADS, Category.MACHINE),
                kept(2),
                ALL_THE_SAME))
        .isEqualTo("Nothing that was measured differs; code, threads and machine do.");
  }

  @Test
  void one_verdict_changed_and_several_things_may_have_done_it() {
    assertThat(
            sentence(
                differing(Category.CODE, Category.SEEDS, Category.SETTINGS),
                and(kept(7), claim("REPRODUCED", "UNDECIDED")),
                apart()))
        .isEqualTo(
            "Of 8 claims 1 changed its verdict and no trial is on both sides; code, seeds and"
                + " settings differ, so this page can\u2019t tell which did it.");
  }

  @Test
  void verdicts_changed_and_one_thing_alone_differs() {
    assertThat(
            sentence(
                differing(Category.SEEDS),
                and(kept(1), claim("REPRODUCED", "UNDECIDED"), claim("UNDECIDED", "NOT_RUN")),
                trials(5, 3)))
        .isEqualTo(
            "Of 3 claims 2 changed their verdicts and 2 of 5 trials on both sides measured"
                + " something else; of all that records tell only the seeds differ.");
  }

  @Test
  void something_else_was_measured_though_nothing_differs() {
    assertThat(sentence(List.of(), kept(2), trials(5, 4)))
        .isEqualTo(
            "Of 2 claims none changed its verdict and 1 of 5 trials on both sides measured"
                + " something else; nothing that records tell of how they were made differs, so"
                + " this page can\u2019t tell what did it.");
  }

  @Test
  void nobody_is_blamed_where_nothing_happened() {
    assertThat(sentence(differing(Category.DATA, Category.ENGINE), kept(2), apart()))
        .isEqualTo(
            "Of 2 claims none changed its verdict and no trial is on both sides; data and engine"
                + " differ.");
  }

  @Test
  void an_effect_that_moved_is_told_though_its_verdict_is_the_same() {
    assertThat(
            sentence(
                differing(Category.DATA, Category.ENGINE), and(kept(1), moved()), trials(5, 4)))
        .startsWith(
            "Of 2 claims none changed its verdict, one effect moved beyond chance and 1 of 5");
  }

  @Test
  void the_one_claim_is_named_as_such() {
    assertThat(sentence(differing(Category.CODE), kept(1), trials(5, 4)))
        .startsWith("The one claim kept its verdict and 1 of 5 trials");
  }

  @Test
  void claims_of_one_side_are_counted_apart() {
    assertThat(
            sentence(differing(Category.CODE), and(kept(2), claim("", "REPRODUCED")), trials(5, 5)))
        .isEqualTo("Nothing that was measured differs; the code does.");
    assertThat(
            sentence(differing(Category.CODE), and(kept(2), claim("", "REPRODUCED")), trials(5, 4)))
        .startsWith(
            "Of 2 claims none changed its verdict, one more was judged on one side only and");
  }

  @Test
  void no_claim_can_be_compared() {
    assertThat(sentence(differing(Category.TRIALS), List.of(), apart()))
        .isEqualTo(
            "No claim could be judged on both sides and no trial is on both sides; of all that"
                + " records tell only the trials differ.");
  }

  @Test
  void a_part_of_the_trials_was_run_again_and_measured_the_same() {
    TrialChanges part = new TrialChanges(5, 5, List.of(), List.of("a"), List.of());

    assertThat(sentence(differing(Category.TRIALS, Category.SEEDS), kept(2), part))
        .isEqualTo(
            "Of 2 claims none changed its verdict and every trial that is on both sides measured"
                + " the same; seeds and trials differ.");
  }

  @Test
  void a_category_that_one_side_is_silent_on_is_named_as_unknown() {
    List<Fact> facts =
        List.of(
            fact(Category.DEVICE, "name", "?", "H"), fact(Category.ENGINE, "version", "?", "?"));

    assertThat(sentence(facts, kept(2), ALL_THE_SAME))
        .isEqualTo(
            "Nothing that was measured differs; nor does anything that records tell of how it was"
                + " made; whether engine and device differ is not known.");
  }

  @Test
  void another_commit_of_the_same_class_files_is_named_as_such() {
    List<Fact> facts =
        List.of(
            fact(Category.CODE, "commit", "a", "b"),
            fact(Category.CODE, ProvenanceFacts.FINGERPRINT, "f", "f"));

    assertThat(sentence(facts, kept(2), ALL_THE_SAME))
        .isEqualTo(
            "Nothing that was measured differs; the commit (no code that can move a result) does.");
  }
}
