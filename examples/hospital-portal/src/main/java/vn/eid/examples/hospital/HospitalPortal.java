package vn.eid.examples.hospital;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import vn.eid.EidClient;
import vn.eid.examples.frame.Frame;
import vn.eid.records.SealedRecords;

/** The application. Nobody logs in with e-ID here: the hospital has its own staff. */
@SpringBootApplication
@EnableConfigurationProperties(HospitalSettings.class)
@Import(Frame.class)
public class HospitalPortal {
  public static void main(String[] args) {
    SpringApplication.run(HospitalPortal.class, args);
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  /** What was pulled, sealed for as long as its consent stands. */
  @Bean(destroyMethod = "close")
  SealedRecords copies(EidClient eid, HospitalSettings settings) {
    return eid.sealedRecords(settings.folder().resolve("copies"));
  }
}
