package import Records

/// The files that the search page loads.
package func index(_ archive: Archive, _ standing: Standing) -> [Output] { [] }
