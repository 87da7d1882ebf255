package dev.planlift.service.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** What candidates are to do, as the database says it to all servers; nothing said is forgotten. */
@ApplicationScoped
@Transactional
@DatabaseCall
public class EngineSwitches {
  @Inject Moves moves;
  @Inject Event<EngineSwitch> changed;

  /** What a format's candidate is to do now. */
  public EngineSwitch current(Format format) {
    return history(format, 1).stream().findFirst().orElseGet(() -> EngineSwitch.off(format));
  }

  /** What was said of a format's candidate, the last first. */
  public List<EngineSwitch> history(Format format, int limit) {
    return new Sql("select mode, share, at, who from engine_switch where format = ")
        .value(format).text(" order by id desc limit ").value(limit).rows(moves.database()).stream()
            .map(
                row ->
                    new EngineSwitch(
                        format,
                        EngineMode.valueOf((String) row[0]),
                        ((Number) row[1]).intValue(),
                        Sql.instant(row[2]),
                        (String) row[3]))
            .toList();
  }

  /** Says what a format's candidate is to do from now on. */
  public EngineSwitch set(Format format, EngineMode mode, int share, String who) {
    Instant now = moves.now();
    var wanted = new EngineSwitch(format, mode, share, now, who);
    new Sql("insert into engine_switch (format, mode, share, at, who) values (")
        .value(format)
        .text(", ")
        .value(mode)
        .text(", ")
        .value(share)
        .text(", ")
        .value(now)
        .text(", ")
        .value(who)
        .text(")")
        .execute(moves.database());
    changed.fire(wanted);
    return wanted;
  }
}
