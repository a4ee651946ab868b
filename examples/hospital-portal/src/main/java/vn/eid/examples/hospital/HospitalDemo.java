package vn.eid.examples.hospital;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.eid.examples.frame.Demonstration;
import vn.eid.examples.hospital.HospitalSettings.Role;

/**
 * Starts the portal with the national systems beside it. These begin anew each time, with new keys,
 * and so do the portal's files.
 */
public final class HospitalDemo {
  private static final int PORT = 8082;

  private HospitalDemo() {}

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("hospital-portal-");
    Demonstration demo =
        Demonstration.of(HospitalPortal.class, PORT, args)
            .nationalSystems(options -> options.clientName("Bệnh viện Hoa Sen"))
            .setting("hospital.folder", folder.toString())
            .setting("eid.storage-key.location", StorageKeyFile.in(folder).toUri().toString());
    int number = 0;
    for (Role role : Role.values()) {
      staff(demo, "hospital.staff[" + number++ + "].", role);
    }
    System.out.println("The hospital's files: " + folder);
    demo.run();
  }

  private static void staff(Demonstration demo, String member, Role role) {
    String name = role == Role.AUDITOR ? "inspector" : role.home().substring(1);
    demo.setting(member + "name", name)
        .setting(member + "password", "{noop}" + name + "-2611")
        .setting(member + "role", role.name());
  }
}
