package import Records

/// The gate: what of the documents may be public on the day. With `drafts`, everything is let through and marked.
package func admit(_ documents: [Document], register: Register, today: CalendarDate, drafts: Bool)
  -> (admitted: [Admitted], withheld: [Withholding])
{ ([], []) }
