package vn.eid.benchmarks.statement;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.net.URI;
import okhttp3.OkHttpClient;
import vn.eid.ClientKey;
import vn.eid.EidClient;
import vn.eid.Environment;
import vn.eid.benchmarks.By;

/** A client of the SDK that nobody but {@link Answers} answers. */
final class Client {
  private Client() {}

  static EidClient of(Registry registry, By by) throws JOSEException {
    ClientKey key = ClientKey.fromJwk(new ECKeyGenerator(Curve.P_256).generate().toJSONString());
    EidClient.Builder builder =
        EidClient.builder(Environment.sandbox(URI.create(Answers.ISSUER)), Registry.CLIENT, key)
            .httpClient(new OkHttpClient.Builder().addInterceptor(new Answers(registry)).build());
    by.provider().ifPresent(builder::cryptoProvider);
    return builder.build();
  }
}
