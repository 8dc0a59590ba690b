package magicbench.suites.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import magicbench.results.file.WholeFile;
import magicbench.results.plan.Scale;
import magicbench.results.record.Provenance;
import magicbench.results.record.RunRecord;

/** Allure's environment.properties: what the records were made with, all distinct values. */
final class AllureEnvironment {

  private static final String FOLDER = "allure.results.directory";

  private AllureEnvironment() {}

  /** Writes nothing where nobody collects Allure's results. */
  static void write(Scale scale, List<RunRecord> records) {
    Optional.ofNullable(System.getProperty(FOLDER))
        .map(Path::of)
        .ifPresent(
            folder ->
                WholeFile.write(folder.resolve("environment.properties"), text(scale, records)));
  }

  static String text(Scale scale, List<RunRecord> records) {
    SortedMap<String, String> lines = new TreeMap<>();
    lines.put("scale", scale.name());
    values(records).forEach((name, values) -> lines.put(name, values));
    return lines.entrySet().stream()
        .map(line -> line.getKey() + "=" + line.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static SortedMap<String, String> values(List<RunRecord> records) {
    SortedMap<String, String> joined = new TreeMap<>();
    records.stream()
        .flatMap(record -> facts(record.provenance()).entrySet().stream())
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                TreeMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(TreeSet::new))))
        .forEach((name, values) -> joined.put(name, String.join(" | ", values)));
    return joined;
  }

  private static SortedMap<String, String> facts(Provenance provenance) {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("git.commit", known(provenance.code().gitCommit()));
    facts.put("git.dirty", known(provenance.code().gitDirty()));
    facts.put("jdk", known(provenance.platform().jdk()));
    facts.put("os", known(provenance.platform().operatingSystem()));
    facts.put("cpu", known(provenance.platform().cpuModel()));
    facts.put("engine", provenance.engine().name() + " " + provenance.engine().nativeVersion());
    facts.put("device", known(provenance.engine().device()));
    return facts;
  }

  private static String known(Object value) {
    return Objects.toString(value, "unknown");
  }
}
