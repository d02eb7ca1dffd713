package org.mercat.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mercat.application.shared.ConcurrencyConflict;
import org.mercat.application.shared.PortUnavailable;

class ProblemTest {

  @Test
  void a_problem_tells_its_type_its_code_and_the_request() throws Exception {
    var answer =
        new RequestId("request-1")
            .during(() -> Problem.of(ProblemCode.SLOT_TAKEN, "Ten to eleven is taken."));

    assertThat(answer.getMediaType()).hasToString("application/problem+json");
    assertThat(json(answer))
        .isEqualTo(
            Bodies.json(
                "{'type':'/problems/slot-taken','title':'The time is taken','status':409,"
                    + "'code':'SLOT_TAKEN','detail':'Ten to eleven is taken.',"
                    + "'instance':'request-1','errors':[]}"));
  }

  @Test
  void violations_are_an_unacceptable_request() throws JsonProcessingException {
    var answer = Problem.of(List.of(new Violation("/at", Violation.Code.REQUIRED, "is missing")));

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(json(answer).at("/errors/0"))
        .isEqualTo(Bodies.json("{'pointer':'/at','code':'REQUIRED','detail':'is missing'}"));
  }

  @Test
  void some_codes_bring_headers() {
    assertThat(Problem.of(ProblemCode.UNAUTHENTICATED, "").getHeaderString("WWW-Authenticate"))
        .startsWith("Bearer");
    assertThat(Problem.of(ProblemCode.IDEMPOTENCY_IN_FLIGHT, "").getHeaderString("Retry-After"))
        .isEqualTo("1");
  }

  @Test
  void exceptions_become_problems() {
    var jaxRs = new WebApplicationExceptionMapper();
    var missing = jaxRs.toResponse(new NotFoundException("RESTEASY003210: no resource"));
    var method =
        jaxRs.toResponse(
            new NotAllowedException(Response.status(405).header("Allow", "GET").build()));

    assertThat(code(missing)).isEqualTo(ProblemCode.NOT_FOUND);
    assertThat(missing.getEntity().toString()).doesNotContain("RESTEASY");
    assertThat(code(method)).isEqualTo(ProblemCode.METHOD_NOT_ALLOWED);
    assertThat(method.getHeaderString("Allow")).contains("GET");
    assertThat(code(new ConcurrencyConflictMapper().toResponse(new ConcurrencyConflict("1"))))
        .isEqualTo(ProblemCode.CONCURRENT_CHANGE);
    assertThat(code(new UnreadableRequestMapper().toResponse(new UnreadableRequest("why"))))
        .isEqualTo(ProblemCode.UNREADABLE_REQUEST);
    assertThat(code(new PortUnavailableMapper().toResponse(new PortUnavailable("down"))))
        .isEqualTo(ProblemCode.UNAVAILABLE);
  }

  @Test
  void what_nobody_expected_tells_nothing() {
    var answer = new AnythingElseMapper().toResponse(new IllegalStateException("secret"));

    assertThat(code(answer)).isEqualTo(ProblemCode.INTERNAL);
    assertThat(answer.getEntity().toString()).doesNotContain("secret");
  }

  @Test
  void every_code_has_its_type() {
    assertThat(ProblemCode.values())
        .allSatisfy(code -> assertThat(code.type()).matches("/problems/[a-z]+(-[a-z]+)*"));
  }

  private static ProblemCode code(Response answer) {
    return ((Problem) answer.getEntity()).code();
  }

  private static JsonNode json(Response answer) throws JsonProcessingException {
    return Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(answer.getEntity()));
  }
}
