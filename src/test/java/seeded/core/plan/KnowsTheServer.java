package seeded.core.plan;

import jakarta.ws.rs.core.Response;

/** Core knowing Jakarta. */
public class KnowsTheServer {
  public int status(Response response) {
    return response.getStatus();
  }
}
