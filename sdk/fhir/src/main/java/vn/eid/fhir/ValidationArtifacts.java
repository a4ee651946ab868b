package vn.eid.fhir;

import ca.uhn.fhir.util.VersionUtil;
import java.util.Map;
import java.util.TreeMap;
import vn.eid.InvalidRequestException;

/** The optional artifacts that validation needs, each known by one file in it. */
final class ValidationArtifacts {
  private static final Map<String, String> PROOF_OF =
      new TreeMap<>(
          Map.of(
              "hapi-fhir-validation",
              "org/hl7/fhir/common/hapi/validation/validator/FhirInstanceValidator.class",
              "hapi-fhir-validation-resources-r4",
              "org/hl7/fhir/r4/model/profile/profiles-resources.xml",
              "hapi-fhir-caching-caffeine",
              "ca/uhn/fhir/sl/cache/caffeine/CacheProvider.class"));

  private ValidationArtifacts() {}

  static void require() {
    ClassLoader loader = ValidationArtifacts.class.getClassLoader();
    PROOF_OF.forEach(
        (artifact, file) -> {
          if (loader.getResource(file) == null) {
            throw new InvalidRequestException(
                "classpath",
                "Validation needs ca.uhn.hapi.fhir:" + artifact + ":" + VersionUtil.getVersion());
          }
        });
  }
}
