package magicbench.harness.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import magicbench.harness.search.EvolutionarySearch;
import magicbench.harness.search.LatencyTable;
import magicbench.harness.search.Limits;
import magicbench.harness.search.ListedSearch;
import magicbench.harness.search.RandomSearch;
import magicbench.harness.search.Search;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import magicbench.harness.space.SpaceSettings;
import magicbench.results.file.InputException;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The settings of a search that a trained super-net's scores lead.
 *
 * @param device {@code auto}, {@code cpu} or {@code gpu}
 * @param space the super-net's search space, of text
 * @param text what the corpus must have been cut to
 * @param strategy {@code evolution}, with the settings of {@link EvolutionarySearch} (SPOS's where
 *     it has none); {@code random}; or {@code survivors}, those child models that the super-net's
 *     sampler left. The latter two have no settings
 * @param evaluations how many child models are scored, at least 1
 * @param batch sequences of a batch, at least 1
 * @param batches how many held-out batches score a child model, at least 1
 * @param noLargerThan a child model that no found one may exceed in parameters or forward FLOPs, as
 *     text; null for no limits
 * @param noSlowerThan a child model that no found one may exceed in latency, as text, by the table
 *     that a trial of kind {@value LatencyExperiment#KIND} left; null for no limit
 * @param keeps an operator that every found child model must use in some layer; null for none
 * @param images the images and their space, in the place of space and text; null for text
 * @param mostMultiplyAdds how many multiply-adds a found child model may have, what the field calls
 *     FLOPs; null for no limit
 * @param stream the name of the random numbers that the search draws child models with; null for
 *     {@value SearchExperiment#KIND}, by which all strategies of a seed begin with the same ones
 */
record SearchSettings(
    String device,
    SpaceSettings space,
    InterferenceSettings.Text text,
    SuperNetSettings.Named strategy,
    int evaluations,
    int batch,
    int batches,
    String noLargerThan,
    String noSlowerThan,
    String keeps,
    ImageSettings images,
    Long mostMultiplyAdds,
    String stream)
    implements SubjectSettings {

  private static final int FLOPS_A_MULTIPLY_ADD = 2;
  private static final String EVOLUTION = "evolution";
  private static final String RANDOM = "random";
  private static final String SURVIVORS = "survivors";

  SearchSettings {
    require(device != null, "device is missing");
    SearchSpace searched = SubjectSettings.searched(space, text, images);
    require(strategy != null, "strategy is missing");
    require(evaluations >= 1, "evaluations is " + evaluations + "; it must be at least 1");
    require(batch >= 1, "batch is " + batch + "; it must be at least 1");
    require(
        mostMultiplyAdds == null || mostMultiplyAdds >= 1,
        "mostMultiplyAdds is " + mostMultiplyAdds + "; it must be at least 1");
    require(stream == null || !stream.isBlank(), "stream is blank; leave it out or name it");
    require(batches >= 1, "batches is " + batches + "; it must be at least 1");
    if (noLargerThan != null) {
      searched.check(Architecture.parse(noLargerThan));
    }
    if (noSlowerThan != null) {
      require(space != null, "no latencies of images are known: leave noSlowerThan out");
      searched.check(Architecture.parse(noSlowerThan));
    }
    require(
        keeps == null || searched.candidates(0).contains(keeps),
        "keeps is " + keeps + ", none of " + searched.candidates(0));
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Where the search's randomness comes from. */
  UniformRandomProvider random(Seeds seeds) {
    return seeds.random(stream == null ? SearchExperiment.KIND : stream);
  }

  Limits limits(Optional<LatencyTable> latencies) {
    Limits sized =
        noLargerThan == null
            ? Limits.NONE
            : Limits.noLargerThan(sized(), Architecture.parse(noLargerThan));
    Limits capped =
        mostMultiplyAdds == null
            ? sized
            : sized.and(Limits.forwardFlops(sized(), FLOPS_A_MULTIPLY_ADD * mostMultiplyAdds));
    Limits limits = keeps == null ? capped : capped.and(Limits.keeps(keeps));
    return latencies
        .map(table -> Limits.latency(table, table.millis(Architecture.parse(noSlowerThan))))
        .map(limits::and)
        .orElse(limits);
  }

  /**
   * The latencies that the search is limited by.
   *
   * @throws InputException when there is a limit and no table of this space, text and device
   */
  Optional<LatencyTable> latencies(Needs needs) {
    if (noSlowerThan == null) {
      return Optional.empty();
    }
    Path file = needs.only(LatencyFile.NAME, LatencyExperiment.KIND);
    LatencyFile found = LatencyFile.read(file);
    LatencySettings measured = found.settings();
    if (!measured.space().equals(space)
        || !measured.text().equals(text)
        || !measured.device().equals(device)) {
      throw new InputException(
          file.toString(),
          "was measured for another space, text or device than the search's",
          "give both trials the same ones");
    }
    return Optional.of(found.table());
  }

  /**
   * The strategy.
   *
   * @param needs holds the child models that are left, where the strategy asks for them
   * @throws IllegalArgumentException when its name or a setting of it is unknown or out of range
   * @throws InputException when it asks for child models that no super-net left
   */
  Search search(Needs needs) {
    JsonNode own = strategy.settings();
    boolean plain = own == null || own.isEmpty();
    int batch = EvolutionarySearch.OF_SPOS.population();
    require(
        plain || strategy.name().equals(EVOLUTION),
        strategy.name() + " has settings, though it knows none");
    return switch (strategy.name()) {
      case EVOLUTION -> plain ? EvolutionarySearch.OF_SPOS : evolution(own);
      case RANDOM -> new RandomSearch(batch);
      case SURVIVORS -> new ListedSearch(survivors(needs), batch);
      default ->
          throw new IllegalArgumentException(
              "strategy is "
                  + strategy.name()
                  + ", none of "
                  + List.of(EVOLUTION, RANDOM, SURVIVORS));
    };
  }

  private List<Architecture> survivors(Needs needs) {
    return SurvivorsFile.read(
        needs.only(
            SurvivorsFile.NAME, SuperNetExperiment.KIND + " whose sampler shrinks the space"),
        space);
  }

  private static Search evolution(JsonNode own) {
    return Services.read(own, EvolutionarySearch.class);
  }
}
