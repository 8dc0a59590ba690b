package magicbench.harness.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import magicbench.harness.data.SquadQuestion.Span;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;

/**
 * Makes {@link ReadingTask#ENTITIES}: a text tells of eight entities, and the questions ask what
 * one of them is, and when it lived where its definition says so. The answer is a part of its
 * definition, found by rule.
 *
 * <p>Entities whose definitions the corpus holds out are scored on, those that it trains on are
 * trained on; texts don't mix them. What was met in training, letter by letter, isn't scored on.
 */
final class EntityMaker {

  private static final int PACK = 8;

  private final List<Entity> entities;
  private final int validationPercent;
  private final TrainedTexts corpus;
  private final UniformRandomProvider random;

  /**
   * A maker.
   *
   * @param entities what there is
   * @param validationPercent the share of groups that the corpus holds out, in percent
   * @param corpus what a pre-training sees
   */
  EntityMaker(List<Entity> entities, int validationPercent, TrainedTexts corpus) {
    this.entities = List.copyOf(entities);
    this.validationPercent = validationPercent;
    this.corpus = corpus;
    this.random = new Seeds(0).random("embedded/" + ReadingTask.ENTITIES.title());
  }

  /** Both parts. */
  EmbeddedQuestions questions(DataSet dataSet) {
    List<Entity> free = part(false);
    TrainedTexts own = new TrainedTexts();
    free.forEach(entity -> own.add(entity.definition()));
    List<Entity> held =
        part(true).stream()
            .filter(entity -> !corpus.contains(entity.definition()))
            .filter(entity -> !own.contains(entity.definition()))
            .toList();
    return new EmbeddedQuestions(ReadingTask.ENTITIES, dataSet, questions(free), questions(held));
  }

  private List<Entity> part(boolean heldOut) {
    return entities.stream()
        .filter(entity -> GroupSplit.isHeldOut(entity.group(), validationPercent) == heldOut)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Each entity is in one text. What is left over and fills none is left out. */
  private List<SquadQuestion> questions(List<Entity> part) {
    List<Entity> order = new ArrayList<>(part);
    ListSampler.shuffle(random, order);
    List<SquadQuestion> questions = new ArrayList<>();
    List<Entity> pack = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Entity entity : order) {
      if (names.add(entity.name())) {
        pack.add(entity);
      }
      if (pack.size() == PACK) {
        ask(Collections.unmodifiableList(pack), questions);
        pack = new ArrayList<>();
        names = new HashSet<>();
      }
    }
    return questions;
  }

  private static void ask(List<Entity> pack, List<SquadQuestion> questions) {
    String text = pack.stream().map(Entity::sentence).collect(Collectors.joining(" "));
    int at = 0;
    for (Entity entity : pack) {
      int definition = at + entity.definitionAt();
      String id = ReadingTask.ENTITIES.title() + "-" + entity.group();
      entity
          .sort()
          .map(span -> shifted(span, definition))
          .ifPresent(
              answer ->
                  questions.add(
                      new SquadQuestion(
                          id + "-sort", "What is " + entity.name() + "?", text, List.of(answer))));
      entity
          .years()
          .map(span -> shifted(span, definition))
          .ifPresent(
              answer ->
                  questions.add(
                      new SquadQuestion(
                          id + "-years",
                          "When did " + entity.name() + " live?",
                          text,
                          List.of(answer))));
      at += entity.sentence().length() + 1;
    }
  }

  private static Span shifted(Span span, int by) {
    return new Span(span.from() + by, span.to() + by);
  }
}
