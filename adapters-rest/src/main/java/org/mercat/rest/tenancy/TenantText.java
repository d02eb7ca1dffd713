package org.mercat.rest.tenancy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mercat.application.shared.Caller;
import org.mercat.application.tenancy.ChangeTenant;
import org.mercat.application.tenancy.OpenTenant;
import org.mercat.application.tenancy.OpenTenant.Administrator;
import org.mercat.domain.identity.EmailAddress;
import org.mercat.domain.identity.Password;
import org.mercat.domain.shared.Slug;
import org.mercat.domain.tenancy.HostName;
import org.mercat.domain.tenancy.Standing;
import org.mercat.domain.tenancy.Tenant;
import org.mercat.rest.shared.Members;
import org.mercat.rest.shared.Parsed;
import org.mercat.rest.shared.Patch;

/** What the operator says of a tenant, as it is sent. */
final class TenantText {

  private static final String NO_HOST = "is no name of a host, without a port";
  private static final Map<String, Standing> STATUS =
      Map.of("active", Standing.ACTIVE, "suspended", Standing.SUSPENDED);

  private TenantText() {}

  static Parsed<OpenTenant.Command> opening(Caller caller, @Nullable JsonNode body) {
    var members = Members.of(body);
    var name = members.text("name", 1, Tenant.LONGEST_NAME);
    var slug = members.optionalRead("slug", Slug::new, "is no slug such as paws-and-co");
    var hosts = members.optionalReadAll("hosts", Tenant.MOST_HOSTS, HostName::of, NO_HOST);
    var administrator = members.object("administrator", TenantText::administrator);
    return members.into(
        () ->
            new OpenTenant.Command(
                caller,
                name.get(),
                slug.get().orElseGet(() -> Slug.of(name.get(), "tenant")),
                Set.copyOf(hosts.get().orElse(List.of())),
                administrator.get()));
  }

  static Parsed<ChangeTenant.Command> change(
      Caller caller, Tenant tenant, @Nullable JsonNode body) {
    var patch = Patch.of(body);
    var name = patch.text("name", 1, Tenant.LONGEST_NAME);
    var hosts = patch.readAll("hosts", Tenant.MOST_HOSTS, HostName::of, NO_HOST);
    var status = patch.word("status", STATUS);
    return patch.into(
        () ->
            new ChangeTenant.Command(
                caller,
                tenant.id(),
                tenant.version(),
                name.get().over(tenant.name()),
                Set.copyOf(hosts.get().over(List.copyOf(tenant.hosts()))),
                status.get().over(tenant.standing())));
  }

  private static Supplier<Administrator> administrator(Members members) {
    var email = members.read("email", EmailAddress::of, "is not an e-mail address");
    var password = members.optionalSecret("password", Password.SHORTEST, Password.LONGEST);
    return () -> new Administrator(email.get().value(), password.get());
  }
}
