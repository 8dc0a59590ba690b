package magicbench.harness.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import magicbench.harness.data.WordTree.Thing;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Makes {@link EmbeddedTask#NEARNESS}: the definitions of two things and 6 minus the number of
 * steps between them in the tree, 1 to 5; 0 for two things of chance that lie farther apart. Each
 * grade comes equally often.
 */
final class NearnessMaker {

  private static final int GRADES = 6;
  private static final int TRAINING_PAIRS_A_GRADE = 1_500;
  private static final int DEV_PAIRS_A_GRADE = 150;
  private static final int TRIES_A_PAIR = 400;

  private final WordTree tree;
  private final int validationPercent;
  private final UniformRandomProvider random;

  NearnessMaker(WordTree tree, int validationPercent) {
    this.tree = tree;
    this.validationPercent = validationPercent;
    this.random = new Seeds(0).random("embedded/" + EmbeddedTask.NEARNESS.title());
  }

  EmbeddedExamples examples(DataSet dataSet) {
    return new EmbeddedExamples(
        EmbeddedTask.NEARNESS,
        dataSet,
        examples(false, TRAINING_PAIRS_A_GRADE),
        examples(true, DEV_PAIRS_A_GRADE));
  }

  private List<LabelledExample> examples(boolean heldOut, int pairsAGrade) {
    List<Thing> things = tree.things(heldOut, validationPercent);
    List<LabelledExample> examples = new ArrayList<>();
    for (int pair = 0; pair < pairsAGrade && !things.isEmpty(); pair++) {
      for (int grade = 0; grade < GRADES; grade++) {
        add(grade, things, heldOut, examples);
      }
    }
    return examples;
  }

  /** A pair of that grade whose things both lie on that side; none where chance finds none. */
  private void add(int grade, List<Thing> things, boolean heldOut, List<LabelledExample> examples) {
    for (int attempt = 0; attempt < TRIES_A_PAIR; attempt++) {
      Thing one = things.get(random.nextInt(things.size()));
      Optional<Thing> other =
          grade == 0
              ? Optional.of(things.get(random.nextInt(things.size())))
              : walked(one, GRADES - grade);
      if (other.isPresent() && isGood(one, other.get(), grade, heldOut)) {
        examples.add(
            new LabelledExample(
                examples.size() + 1L,
                one.definition(),
                Optional.of(other.get().definition()),
                OptionalDouble.of(grade)));
        return;
      }
    }
  }

  private boolean isGood(Thing one, Thing other, int grade, boolean heldOut) {
    return !one.definition().equals(other.definition())
        && GroupSplit.isHeldOut(other.group(), validationPercent) == heldOut
        && Math.max(0, GRADES - steps(one, other)) == grade;
  }

  /** So many steps through the tree: some upwards, the rest downwards. */
  private Optional<Thing> walked(Thing from, int steps) {
    int up = random.nextInt(steps + 1);
    Optional<Thing> place = Optional.of(from);
    for (int step = 0; step < steps && place.isPresent(); step++) {
      place = step < up ? tree.above(place.get()) : anyBelow(place.get());
    }
    return place;
  }

  private Optional<Thing> anyBelow(Thing thing) {
    List<Thing> below = tree.below(thing);
    return below.isEmpty()
        ? Optional.empty()
        : Optional.of(below.get(random.nextInt(below.size())));
  }

  /** The number of steps between two things; as good as infinite without a common ancestor. */
  private int steps(Thing one, Thing other) {
    List<Thing> first = chain(one);
    List<Thing> second = chain(other);
    for (int up = 0; up < first.size(); up++) {
      int down = second.indexOf(first.get(up));
      if (down >= 0) {
        return up + down;
      }
    }
    return Integer.MAX_VALUE;
  }

  private List<Thing> chain(Thing thing) {
    List<Thing> chain = new ArrayList<>(List.of(thing));
    chain.addAll(tree.ancestors(thing));
    return chain;
  }
}
