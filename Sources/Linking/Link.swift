package import Records

/// Admitted documents become one archive: each record once, every mention resolved, every back-link known.
///
///  1. the register is completed with the bodies and principals that only minutes name;
///  2. meetings in order, with the one before and after, and the attachments that they name;
///  3. agreements with their versions, and plain pages;
///  4. people, from attendance;
///  5. names and references in running text become links, and what points where is remembered.
///
/// What was published before keeps the address that it was `given`.
package func link(
  _ admitted: consuming [Admitted], site: Site, register: Register, given: GivenAddresses = GivenAddresses()
) -> (archive: Archive, diagnostics: [Diagnostic]) {
  var archive = Archive(site: site)
  var diagnostics: [Diagnostic] = []
  let register = complete(register, with: admitted, given: given, &diagnostics)
  archive.bodies = register.bodies
  archive.principals = register.principals
  linkMeetings(admitted, into: &archive, register, given, &diagnostics)
  linkAttachments(into: &archive)
  linkAgreements(admitted, into: &archive, register, given, &diagnostics)
  linkPages(admitted, into: &archive)
  linkPeople(into: &archive, register, &diagnostics)
  linkAnnounced(into: &archive, register, &diagnostics)
  linkMentions(into: &archive)
  return (archive, diagnostics)
}
