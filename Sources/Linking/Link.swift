package import Records

/// Who and what has a name before any minutes are read: from the settings and the terms of reference.
package func register(_ site: Site, _ terms: [TermsOfReference]) -> Register { Register() }

/// Admitted documents become one archive.
package func link(_ admitted: [Admitted], site: Site, register: Register) -> (archive: Archive, diagnostics: [Diagnostic]) {
  (Archive(site: site), [])
}
