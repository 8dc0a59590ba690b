package magicbench.results.compare;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.record.Origin;
import magicbench.results.record.RecordFile;

/**
 * What a side is known by.
 *
 * @param name its folder
 * @param scale the scale that it was judged at
 * @param protocolHash of the plan that it was judged by
 * @param days on which its records were made: the first and the last, or the only one
 * @param records the SHA-256 of each record, by trial id
 */
public record SideSummary(
    String name,
    String scale,
    String protocolHash,
    List<String> days,
    SortedMap<String, String> records) {

  static SideSummary of(Run run) {
    SortedMap<String, String> hashes = new TreeMap<>();
    run.records().forEach((id, record) -> hashes.put(id, RecordFile.sha256(record)));
    return new SideSummary(
        run.name(),
        run.scale(),
        run.verdicts().protocolHash(),
        Origin.of(run.records().values()).days(),
        hashes);
  }
}
