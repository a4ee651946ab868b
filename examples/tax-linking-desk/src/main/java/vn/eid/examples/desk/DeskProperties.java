package vn.eid.examples.desk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.eid.login.Identity;

/**
 * What an office says about its desk.
 *
 * @param folder where everything of the jobs lies; nothing else is kept
 * @param officers who may come in: their subjects, which the page for strangers tells them, or
 *     their citizen numbers
 * @param keep for how long a job and its files are kept
 * @param rowsAtOnce how many rows make one batch
 * @param sample a list to try things out with, where there is one
 */
@ConfigurationProperties("desk")
record DeskProperties(
    Path folder,
    @DefaultValue List<String> officers,
    @DefaultValue("30d") Duration keep,
    @DefaultValue("1000") int rowsAtOnce,
    @Nullable Path sample) {

  boolean isOfficer(Identity citizen) {
    return officers.contains(citizen.subject())
        || citizen.citizenId().filter(number -> officers.contains(number.value())).isPresent();
  }

  /** Properties are printed by all sorts of tools; there are people's numbers in these. */
  @Override
  public String toString() {
    return "DeskProperties[…]";
  }
}
