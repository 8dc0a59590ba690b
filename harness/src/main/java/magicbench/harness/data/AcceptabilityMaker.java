package magicbench.harness.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes {@link EmbeddedTask#ACCEPTABILITY}.
 *
 * <p>The embedded corpus trains on most of the right sentences and on none of the wrong ones, so a
 * right sentence may be scored on only where the corpus holds it out: else having seen a sentence
 * would give its label away. Rules go with their sentences: all sentences of a rule lie in one
 * part. Rules on upper and lower case are left out, for the tokenizer doesn't see the difference,
 * and so are sentences that are right and wrong when spelled alike. Of the wrong sentences to be
 * scored on, as many are taken, by a hash, as make the classes' shares those of the other part.
 */
final class AcceptabilityMaker {

  private static final String CASE_RULES = "CASING";
  private static final String SHARE_SALT = "acceptability";

  private final Path jar;
  private final int validationPercent;

  AcceptabilityMaker(Path jar, int validationPercent) {
    this.jar = jar;
    this.validationPercent = validationPercent;
  }

  /** What is known of sentences that are spelled alike. */
  private static final class Spelling {
    private final String text;
    private final Set<String> rules = new TreeSet<>();
    private boolean someRight;
    private boolean someWrong;
    private boolean ofCase;

    /** Whether the corpus holds each of them out. */
    private boolean heldOut = true;

    Spelling(String text) {
      this.text = text;
    }
  }

  EmbeddedExamples examples(DataSet dataSet) {
    Map<String, Spelling> spellings = spellings();
    spellings.values().removeIf(each -> each.ofCase || (each.someRight && each.someWrong));
    Set<String> heldOutRules = new HashSet<>();
    for (Spelling each : spellings.values()) {
      if (each.someRight && each.heldOut) {
        heldOutRules.addAll(each.rules);
      }
    }
    List<Spelling> train = new ArrayList<>();
    List<Spelling> dev = new ArrayList<>();
    for (Spelling each : spellings.values()) {
      if (each.rules.stream().noneMatch(heldOutRules::contains)) {
        train.add(each);
      } else if (heldOutRules.containsAll(each.rules) && (each.someWrong || each.heldOut)) {
        dev.add(each);
      }
    }
    return new EmbeddedExamples(
        EmbeddedTask.ACCEPTABILITY, dataSet, examples(train), examples(sharedAlike(dev, train)));
  }

  /** Without so many of the wrong ones that right ones are as frequent as in the model. */
  private static List<Spelling> sharedAlike(List<Spelling> all, List<Spelling> model) {
    long modelRight = model.stream().filter(each -> each.someRight).count();
    long right = all.stream().filter(each -> each.someRight).count();
    long wrong = modelRight == 0 ? all.size() : right * (model.size() - modelRight) / modelRight;
    Set<Spelling> kept =
        all.stream()
            .filter(each -> each.someWrong)
            .sorted(Comparator.comparingLong(each -> TextHash.of(SHARE_SALT, each.text)))
            .limit(wrong)
            .collect(Collectors.toSet());
    return all.stream().filter(each -> each.someRight || kept.contains(each)).toList();
  }

  private static List<LabelledExample> examples(List<Spelling> spellings) {
    return IntStream.range(0, spellings.size())
        .mapToObj(place -> example(spellings.get(place), place))
        .toList();
  }

  private Map<String, Spelling> spellings() {
    Map<String, Spelling> spellings = new LinkedHashMap<>();
    new GrammarExamples(jar)
        .read(
            example -> {
              String normal = sentence(example.text()).normalised();
              if (!normal.isEmpty()) {
                add(
                    spellings.computeIfAbsent(normal, key -> new Spelling(example.text())),
                    example);
              }
            });
    return spellings;
  }

  private void add(Spelling spelling, GrammarExamples.Example example) {
    spelling.rules.add(example.rules());
    spelling.someRight |= example.right();
    spelling.someWrong |= !example.right();
    spelling.ofCase |= example.category().equals(CASE_RULES);
    spelling.heldOut &= GroupSplit.isHeldOut(example.text(), validationPercent);
  }

  private static Sentence sentence(String text) {
    return new Sentence(text, text, DataCatalogue.LANGUAGE_TOOL);
  }

  private static LabelledExample example(Spelling spelling, int before) {
    return new LabelledExample(
        before + 1L,
        spelling.text,
        Optional.empty(),
        OptionalDouble.of(spelling.someRight ? 1 : 0));
  }
}
