package import Records

/// The pages and data files of the archive, each ready to be made.
package func render(_ archive: Archive, _ standing: Standing) -> [Output] { [] }
