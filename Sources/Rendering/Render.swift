package import Records

/// The templates of a site, ready to be filled.
package struct Templates: Sendable {}

package func loadTemplates(_ files: [SourceFile]) -> (Templates, [Diagnostic]) { (Templates(), []) }

/// The pages and data files of the archive, each ready to be made.
package func render(_ archive: Archive, _ standing: Standing, templates: Templates, assets: [SourceFile]) -> [Output] { [] }
