package org.mercat.rest.shared;

import jakarta.ws.rs.WebApplicationException;

/** A refusal that ends the request where it is found, such as a precondition that fails. */
public final class ProblemException extends WebApplicationException {

  private static final long serialVersionUID = 1;

  public ProblemException(ProblemCode code, String detail) {
    super(detail, Problem.of(code, detail));
  }
}
