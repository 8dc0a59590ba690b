package magicbench.results.compare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A comparison in one sentence: what it did, then every category of what changed.
 *
 * @param facts how the records were made
 * @param claims what follows from them
 * @param trials what they measured
 */
record Essence(List<Fact> facts, List<ClaimChange> claims, TrialChanges trials) {

  private static final String COMMIT_ALONE = "commit (no code that can move a result)";

  String sentence() {
    return did() + "; " + changed() + ".";
  }

  private boolean nothingDone() {
    return trials.allTheSame() && claims.stream().noneMatch(ClaimChange::verdictChanged);
  }

  private String did() {
    if (nothingDone()) {
      return "Nothing that was measured differs";
    }
    long compared = claims.stream().filter(ClaimChange::onBothSides).count();
    return joined(
        Stream.of(verdicts(compared), moved(), oneSided(claims.size() - compared), measured())
            .filter(clause -> !clause.isEmpty())
            .toList());
  }

  private String verdicts(long compared) {
    long changed = claims.stream().filter(ClaimChange::verdictChanged).count();
    if (compared == 0) {
      return "No claim could be judged on both sides";
    }
    if (compared == 1) {
      return changed == 0 ? "The one claim kept its verdict" : "The one claim changed its verdict";
    }
    String lead = "Of %d claims ".formatted(compared);
    if (changed == 0) {
      return lead + "none changed its verdict";
    }
    return lead + changed + (changed == 1 ? " changed its verdict" : " changed their verdicts");
  }

  private String moved() {
    long moved = claims.stream().filter(ClaimChange::moved).count();
    if (moved == 0) {
      return "";
    }
    return moved == 1
        ? "one effect moved beyond chance"
        : "%d effects moved beyond chance".formatted(moved);
  }

  private static String oneSided(long claims) {
    if (claims == 0) {
      return "";
    }
    return claims == 1
        ? "one more was judged on one side only"
        : "%d more were judged on one side only".formatted(claims);
  }

  private String measured() {
    if (trials.shared() == 0) {
      return "no trial is on both sides";
    }
    if (trials.same() == trials.shared()) {
      return "every trial that is on both sides measured the same";
    }
    return "%d of %d trials on both sides measured something else"
        .formatted(trials.shared() - trials.same(), trials.shared());
  }

  private String changed() {
    List<Category> differing = categories(true);
    List<Category> untold = categories(false);
    String unknown =
        untold.isEmpty() ? "" : "; whether " + words(untold) + verb(untold) + " is not known";
    if (differing.isEmpty()) {
      return (nothingDone()
              ? "nor does anything that records tell of how it was made"
              : "nothing that records tell of how they were made differs, so this page can\u2019t"
                  + " tell what did it")
          + unknown;
    }
    return named(differing) + unknown;
  }

  private String named(List<Category> differing) {
    if (nothingDone()) {
      boolean singular = differing.size() == 1 && !differing.get(0).plural();
      return words(differing) + (singular ? " does" : " do");
    }
    if (differing.size() == 1) {
      return "of all that records tell only " + words(differing) + verb(differing);
    }
    return words(differing) + verb(differing) + blame();
  }

  /** Where something happened, it is said that nobody can tell why. */
  private String blame() {
    boolean happened =
        trials.same() < trials.shared()
            || claims.stream().anyMatch(claim -> claim.verdictChanged() || claim.moved());
    return happened ? ", so this page can\u2019t tell which did it" : "";
  }

  private static String verb(List<Category> categories) {
    return categories.size() == 1 && !categories.get(0).plural() ? " differs" : " differ";
  }

  private String words(List<Category> categories) {
    List<String> words = categories.stream().map(this::word).toList();
    if (words.size() == 1) {
      return "the " + words.get(0);
    }
    return joined(words);
  }

  private static String joined(List<String> parts) {
    int last = parts.size() - 1;
    return last == 0
        ? parts.get(0)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  /** A commit is a name for code: another one may hold the same class files. */
  private String word(Category category) {
    boolean sameClasses =
        facts.stream()
            .filter(fact -> fact.category() == Category.CODE)
            .filter(fact -> fact.name().equals(ProvenanceFacts.FINGERPRINT))
            .anyMatch(fact -> fact.state() == Fact.State.SAME);
    return category == Category.CODE && sameClasses ? COMMIT_ALONE : category.word();
  }

  private List<Category> categories(boolean differing) {
    return Arrays.stream(Category.values())
        .filter(category -> differing ? differs(category) : isUntold(category))
        .toList();
  }

  private boolean differs(Category category) {
    return of(category).stream().anyMatch(fact -> fact.state() == Fact.State.DIFFERENT);
  }

  /** Nothing is known to differ, and one side is silent on a thing or both are on all. */
  private boolean isUntold(Category category) {
    List<Fact> all = of(category);
    return !differs(category)
        && !all.isEmpty()
        && (all.stream().anyMatch(fact -> fact.state() == Fact.State.HALF_KNOWN)
            || all.stream().allMatch(fact -> fact.state() == Fact.State.UNKNOWN));
  }

  private List<Fact> of(Category category) {
    return facts.stream().filter(fact -> fact.category() == category).toList();
  }
}
