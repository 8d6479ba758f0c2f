package import Records

package func build() -> [Diagnostic] { [] }
