package vn.eid.benchmarks.start;

import com.microsoft.aad.msal4j.AuthorizationRequestUrlParameters;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.Prompt;
import java.util.Set;
import java.util.UUID;
import vn.eid.benchmarks.login.Application;

/** The same with MSAL4J, whose page is Microsoft's: it is made without asking anybody. */
final class StartMsal {
  private static final String AUTHORITY = "https://login.microsoftonline.com/common/";

  private StartMsal() {}

  /** {@code issuer clientId keyFile}. */
  public static void main(String[] args) throws Exception {
    ConfidentialClientApplication client =
        ConfidentialClientApplication.builder(
                Application.of(args).clientId(), ClientCredentialFactory.createFromSecret("none"))
            .authority(AUTHORITY)
            .build();
    AuthorizationRequestUrlParameters request =
        AuthorizationRequestUrlParameters.builder(Application.CALLBACK.toString(), Set.of("openid"))
            .prompt(Prompt.SELECT_ACCOUNT)
            .state(UUID.randomUUID().toString())
            .nonce(UUID.randomUUID().toString())
            .build();
    Started.say(client.getAuthorizationRequestUrl(request).toURI());
  }
}
