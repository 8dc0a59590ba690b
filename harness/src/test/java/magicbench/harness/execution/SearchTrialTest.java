package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import magicbench.harness.experiment.LatencyExperiment;
import magicbench.harness.experiment.PreTrainingExperiment;
import magicbench.harness.experiment.SearchExperiment;
import magicbench.harness.experiment.SuperNetExperiment;
import magicbench.harness.experiment.TwinExperiment;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
import magicbench.results.record.TrialRunner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** From a trained super-net to what a search finds in it, its twin and both trained alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTrialTest {

  private static final String LARGEST = "mha.ffn.sep3";
  private static final SpaceSettings SPACE =
      new SpaceSettings(3, List.of("mha", "ffn", "sep3", "id"), 8, 2, 16, 0);

  @TempDir static Path folder;

  private Trial tokenise;
  private Trial superNet;
  private Trial search;
  private Trial twin;
  private List<RunRecord> records;

  @BeforeAll
  void run() throws IOException {
    TinyProbe.assumeVocabulary();
    tokenise = TinyProbe.tokenise(TinyProbe.writeText(folder.resolve("text")));
    superNet = superNet();
    search = search(settings(30).put("noLargerThan", LARGEST));
    twin = twin();
    records =
        run(
            "cache",
            superNet,
            search,
            twin,
            preTraining("found", search),
            preTraining("twin", twin));
  }

  private static ObjectNode common(String... fields) throws JsonProcessingException {
    ObjectNode probe = (ObjectNode) TinyProbe.settings(60, 0.01, 0.01);
    ObjectNode settings = (ObjectNode) Json.json().readTree("{}");
    Arrays.asList(fields).forEach(field -> settings.set(field, probe.get(field)));
    return settings;
  }

  private Trial superNet() throws JsonProcessingException {
    return superNet(UniformTestMethod.NAME);
  }

  private Trial superNet(String sampler) throws JsonProcessingException {
    ObjectNode settings = common("device", "space", "text", "training");
    settings.putObject("sampler").put("name", sampler);
    settings.put("selectionBatches", 1);
    settings.putArray("architectures").add(LARGEST).add("id.id.ffn");
    settings.putObject("scoring").put("batches", 2).putArray("trainedShares").add(1.0);
    return trial(SuperNetExperiment.KIND, "plain", settings, tokenise);
  }

  private static ObjectNode settings(int evaluations) throws JsonProcessingException {
    ObjectNode settings = common("device", "space", "text");
    ObjectNode strategy = settings.putObject("strategy").put("name", "evolution");
    strategy
        .putObject("settings")
        .put("population", 6)
        .put("parents", 3)
        .put("mutants", 3)
        .put("mutationProbability", 0.3)
        .put("crosses", 2);
    return settings.put("evaluations", evaluations).put("batch", 4).put("batches", 2);
  }

  private Trial search(ObjectNode settings) {
    return trial(SearchExperiment.KIND, "plain", settings, tokenise, superNet);
  }

  private Trial twin() throws JsonProcessingException {
    ObjectNode settings = common("text").put("maker", SameAgain.NAME);
    return trial(TwinExperiment.KIND, "twin", settings, search);
  }

  private Trial preTraining(String method, Trial layout) throws JsonProcessingException {
    ObjectNode settings = common("device", "space", "text", "training");
    settings.putObject("scoring").put("batches", 1).putArray("trainedShares").add(1.0);
    return trial(PreTrainingExperiment.KIND, method, settings, tokenise, layout);
  }

  private static Trial trial(String kind, String method, ObjectNode settings, Trial... needs) {
    List<String> ids = Arrays.stream(needs).map(Trial::id).toList();
    return Trial.of(kind, method, 7, ids, settings);
  }

  private List<RunRecord> run(String cache, Trial... trials) {
    Trial[] all = new Trial[trials.length + 1];
    all[0] = tokenise;
    System.arraycopy(trials, 0, all, 1, trials.length);
    TrialRunner.Request request = new TrialRunner.Request(folder.resolve(cache), 1, false);
    List<RunRecord> made = new InProcess().run(ScriptedPlan.of(all), request, new Listening());
    return made.subList(1, made.size());
  }

  private static Table evaluations(RunRecord record) {
    return record.tables().get("evaluations");
  }

  @Test
  void it_finds_the_child_model_of_the_lowest_loss_that_it_scored() {
    RunRecord record = records.get(1);
    assertThat(record.outcome()).as(record.note()).isEqualTo(Outcome.COMPLETED);
    double[] losses = evaluations(record).number("loss");
    assertThat(losses).hasSize(30);
    assertThat(record.metrics().get("foundLoss"))
        .isEqualTo(Arrays.stream(losses).min().orElseThrow());
  }

  @Test
  void it_scores_as_the_super_net_itself_did() {
    Table scores = records.get(0).tables().get("scores");
    Table evaluations = evaluations(records.get(1));
    int own = scores.text("architecture").indexOf(LARGEST);
    int found = evaluations.text("architecture").indexOf(LARGEST);

    assertThat(found).as("the test must score " + LARGEST).isNotNegative();
    assertThat(evaluations.number("loss")[found])
        .isCloseTo(scores.number("loss")[own], within(1e-5));
  }

  @Test
  void nothing_larger_than_allowed_is_scored() {
    NetworkSize size = new NetworkSize(SPACE.space(), 64, 8);
    double most = size.parameters(Architecture.parse(LARGEST));
    double mostFlops = size.forwardFlops(Architecture.parse(LARGEST));

    assertThat(largest("parameters")).isLessThanOrEqualTo(most);
    assertThat(largest("forwardFlops")).isLessThanOrEqualTo(mostFlops);
  }

  private double largest(String column) {
    return Arrays.stream(evaluations(records.get(1)).number(column)).max().orElseThrow();
  }

  @Test
  void the_same_search_finds_the_same_again() {
    List<RunRecord> again = run("again", superNet, search);

    assertThat(again.get(1).tables()).isEqualTo(records.get(1).tables());
  }

  @Test
  void a_search_with_a_stream_of_its_own_draws_other_child_models() throws JsonProcessingException {
    List<RunRecord> made = run("stream", superNet, search(settings(30).put("stream", "own")));

    assertThat(evaluations(made.get(1)).text("architecture"))
        .hasSize(30)
        .isNotEqualTo(evaluations(records.get(1)).text("architecture"));
  }

  private static ObjectNode latency() throws JsonProcessingException {
    return common("device", "space", "text").put("batch", 1).put("rounds", 9);
  }

  /** As many as there are of ffn and id alone, whatever takes longer on this machine. */
  private Trial limited(Trial latency) throws JsonProcessingException {
    ObjectNode settings = settings(8).put("noSlowerThan", "ffn.ffn.ffn");
    return trial(SearchExperiment.KIND, "plain", settings, tokenise, superNet, latency);
  }

  @Test
  void nothing_slower_than_allowed_is_scored() throws JsonProcessingException {
    Trial latency = trial(LatencyExperiment.KIND, "plain", latency());
    List<RunRecord> made = run("latency", superNet, latency, limited(latency));

    RunRecord table = made.get(1);
    assertThat(table.outcome()).as(table.note()).isEqualTo(Outcome.COMPLETED);
    Table operators = table.tables().get("operators");
    assertThat(operators.text("operator")).contains("ffn", "id", "mha", "sep3");
    double[] millis = operators.number("layerMillis");
    double ffn = millis[operators.text("operator").indexOf("ffn")];
    double most = table.metrics().get("sharedMillis") + 3 * ffn;
    Table evaluations = evaluations(made.get(2));
    assertThat(evaluations.rows()).isEqualTo(8);
    assertThat(Arrays.stream(evaluations.number("latencyMillis")).max().orElseThrow())
        .isLessThanOrEqualTo(most + 1e-9);
    assertThat(made.get(2).metrics().get("foundLatencyMillis")).isPositive();
  }

  @Test
  void a_layer_that_does_something_takes_longer_than_one_that_does_nothing()
      throws JsonProcessingException {
    Trial latency = trial(LatencyExperiment.KIND, "plain", latency());

    Table operators = run("idle", latency).get(0).tables().get("operators");

    double[] millis = operators.number("layerMillis");
    double nothing = millis[operators.text("operator").indexOf("id")];
    assertThat(millis[operators.text("operator").indexOf("mha")]).isGreaterThan(nothing);
    assertThat(millis[operators.text("operator").indexOf("ffn")]).isGreaterThan(nothing);
  }

  @Test
  void latencies_of_another_space_are_refused() throws JsonProcessingException {
    ObjectNode other = latency();
    other.withObject("space").put("ffnInner", 17);
    Trial latency = trial(LatencyExperiment.KIND, "plain", other);

    assertThatThrownBy(() -> run("other-space", superNet, latency, limited(latency)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("latency.json: was measured for another space");
  }

  @Test
  void a_random_search_over_all_finds_the_best_of_all() throws JsonProcessingException {
    ObjectNode all = settings(64);
    all.putObject("strategy").put("name", "random");
    RunRecord record = run("random", superNet, search(all)).get(1);

    assertThat(evaluations(record).text("architecture")).doesNotHaveDuplicates().hasSize(64);
    assertThat(record.metrics().get("foundLoss"))
        .isLessThanOrEqualTo(records.get(1).metrics().get("foundLoss"));
  }

  private static ObjectNode survivors(int evaluations) throws JsonProcessingException {
    ObjectNode settings = settings(evaluations);
    settings.putObject("strategy").put("name", "survivors");
    return settings;
  }

  @Test
  void a_search_among_survivors_scores_what_the_sampler_left() throws JsonProcessingException {
    Trial shrunk = superNet(KeepingTwoTestMethod.NAME);
    Trial among =
        trial(SearchExperiment.KIND, "plain", survivors(10).put("batches", 1), tokenise, shrunk);

    List<RunRecord> made = run("survivors", shrunk, among);

    assertThat(made.get(0).metrics()).containsEntry("forwardPasses", 60.0 + 4);
    assertThat(evaluations(made.get(1)).text("architecture"))
        .hasSize(2)
        .isSubsetOf(LARGEST, "id.id.ffn", "ffn.ffn.ffn", "id.id.id");
  }

  @Test
  void a_search_among_survivors_of_another_space_is_one_line() throws JsonProcessingException {
    Trial shrunk = superNet(KeepingTwoTestMethod.NAME);
    ObjectNode other = survivors(2);
    other.withObject("space").put("ffnInner", 17);
    Trial among = trial(SearchExperiment.KIND, "plain", other, tokenise, shrunk);

    assertThatThrownBy(() -> run("survivors-of-another", shrunk, among))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("survivors.json: is of another space than the search's");
  }

  @Test
  void a_search_among_survivors_where_all_survive_is_one_line() throws JsonProcessingException {
    assertThatThrownBy(() -> run("all-survive", superNet, search(survivors(2))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("needs 0 trials that leave survivors.json, not one")
        .hasMessageContaining("one trial of super-net whose sampler shrinks the space");
  }

  @Test
  void what_was_found_is_trained_alone() {
    RunRecord record = records.get(3);
    assertThat(record.outcome()).as(record.note()).isEqualTo(Outcome.COMPLETED);
    assertThat(record.tables().get("scores").text("architecture"))
        .containsExactly(records.get(2).tables().get("layouts").text("architecture").get(0));
  }

  @Test
  void a_twin_tells_how_large_both_are() {
    RunRecord record = records.get(2);
    assertThat(record.tables().get("layouts").text("role")).containsExactly("found", "twin");
    assertThat(record.metrics())
        .containsEntry("foundParameters", records.get(1).metrics().get("foundParameters"))
        .containsKeys("parameters", "forwardFlops", "foundForwardFlops");
  }

  @Test
  void a_twin_is_trained_alone_with_measures_of_its_own() {
    RunRecord record = records.get(4);
    assertThat(record.outcome()).as(record.note()).isEqualTo(Outcome.COMPLETED);
    assertThat(record.tables()).isNotEqualTo(records.get(3).tables());
  }

  @Test
  void limits_that_nothing_keeps_are_one_line() throws JsonProcessingException {
    Trial hopeless = search(settings(30).put("noLargerThan", "id.id.id"));

    assertThatThrownBy(() -> run("hopeless", superNet, hopeless))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("settings of search, field strategy: is not right")
        .hasMessageContaining("only 1 child models within the limits were found");
  }

  @Test
  void a_search_keeps_an_operator_and_its_other_limits() throws JsonProcessingException {
    Trial kept = search(settings(10).put("noLargerThan", LARGEST).put("keeps", "mha"));

    RunRecord record = run("keeps", superNet, kept).get(1);

    assertThat(evaluations(record).text("architecture"))
        .hasSize(10)
        .allMatch(t -> t.contains("mha"));
    double most = new NetworkSize(SPACE.space(), 64, 8).parameters(Architecture.parse(LARGEST));
    assertThat(Arrays.stream(evaluations(record).number("parameters")).max().orElseThrow())
        .isLessThanOrEqualTo(most);
  }

  @Test
  void an_operator_to_be_kept_that_the_space_lacks_is_one_line() throws JsonProcessingException {
    Trial wrong = search(settings(10).put("keeps", "sep5"));

    assertThatThrownBy(() -> run("keeps-none", superNet, wrong))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("keeps is sep5, none of [mha, ffn, sep3, id]");
  }

  @Test
  void a_search_without_a_super_net_is_one_line() throws JsonProcessingException {
    Trial alone = trial(SearchExperiment.KIND, "plain", settings(5), tokenise);

    assertThatThrownBy(() -> run("without", alone))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("needs 0 trials that leave super-net.safetensors, not one")
        .hasMessageContaining("let the scale's experiment need one trial of super-net");
  }

  @Test
  void a_stream_without_a_name_is_one_line() throws JsonProcessingException {
    Trial wrong = search(settings(5).put("stream", " "));

    assertThatThrownBy(() -> run("stream-blank", superNet, wrong))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("stream is blank; leave it out or name it");
  }

  @Test
  void an_unknown_setting_of_the_strategy_is_one_line() throws JsonProcessingException {
    ObjectNode wrong = settings(5);
    ((ObjectNode) wrong.at("/strategy/settings")).put("mutant", 3);

    assertThatThrownBy(() -> run("wrong", superNet, search(wrong)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("settings of search, field strategy")
        .hasMessageContaining("mutant");
  }
}
